import type { Action, CaseRecord } from '@hengchan/casework';
import type { Registration } from '../registration.ts';
import { supplementsSpent } from '../steps/supplements.ts';

type Data = NonNullable<Action['data']>;

/** What an action offered at a step asks for, as this case and its office have it. */
export async function dataOf(
  registration: Registration,
  record: CaseRecord,
  step: string,
  { data }: Action,
): Promise<{ data?: unknown }> {
  if (!data) return {};
  if ('newFacts' in data.properties) return { data: await supplementData(registration, record, step, data) };
  return { data: await waysToPay(registration, record, data) };
}

/** New facts are asked for where the step may not ask again without them, and not mentioned before. */
async function supplementData(
  { platform }: Registration,
  record: CaseRecord,
  step: string,
  data: Data,
): Promise<unknown> {
  if (await supplementsSpent(platform, platform.database, record, step)) {
    return { ...data, required: [...((data.required as string[] | undefined) ?? []), 'newFacts'] };
  }
  const { newFacts, ...properties } = data.properties;
  return { ...data, properties };
}

/** Ways to pay that the office does not take are not offered (REG-PAY-05). */
async function waysToPay(
  { payment, platform }: Registration,
  { case: row, versions }: CaseRecord,
  data: Data,
): Promise<unknown> {
  const { method } = data.properties as { method?: { enum?: readonly string[]; description?: string } };
  if (!method?.enum?.includes('ecny') || (await payment.digitalYuan(platform.database, row.office, versions)))
    return data;
  const offered = {
    enum: method.enum.filter((each) => each !== 'ecny'),
    description: method.description
      ?.split('；')
      .filter((each) => !each.startsWith('ecny'))
      .join('；'),
  };
  return { ...data, properties: { ...data.properties, method: { ...method, ...offered } } };
}
