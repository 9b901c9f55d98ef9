import type { Action, CaseRecord } from '@hengchan/casework';
import type { Registration } from '../registration.ts';

/** What an offered action asks for: ways to pay that the office does not take are not among them (REG-PAY-05). */
export async function dataOf(
  { payment, platform }: Registration,
  { case: row }: CaseRecord,
  action: Action,
): Promise<{ data?: unknown }> {
  const { data } = action;
  if (!data) return {};
  const { method } = data.properties as { method?: { enum?: readonly string[] } };
  if (!method?.enum?.includes('ecny') || (await payment.digitalYuan(platform.database, row.office)))
    return { data };
  const offered = method.enum.filter((each) => each !== 'ecny');
  return { data: { ...data, properties: { ...data.properties, method: { ...method, enum: offered } } } };
}
