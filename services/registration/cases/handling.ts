import { type BusinessDefinition, type CaseRecord, nodeOf, type Token } from '@hengchan/casework';
import type { Registration } from '../registration.ts';
import type { CaseView } from '../schema.ts';

type Handled = NonNullable<CaseView['handling']['accepted']>;

/** Who accepted the case and who decided on it, each with the office whose post they held (受办分离). */
export function handlingOfCase(
  registration: Registration,
  record: CaseRecord,
  definition: BusinessDefinition,
): CaseView['handling'] {
  const accepted = acceptedBy(registration, record, definition);
  const decided = decidedBy(registration, record, definition);
  return { ...(accepted ? { accepted } : {}), ...(decided ? { decided } : {}) };
}

/** Steps of the staff that were ended, the last one first. */
function staffSteps(record: CaseRecord): Token[] {
  return record.tokens
    .filter((token) => token.kind === 'human' && token.state === 'done' && !token.role?.startsWith('party:'))
    .sort((left, right) => Number(right.done_at) - Number(left.done_at));
}

function acceptedBy(
  registration: Registration,
  record: CaseRecord,
  definition: BusinessDefinition,
): Handled | undefined {
  const { accepted_at, accepted_by, office } = record.case;
  if (!accepted_at) return undefined;
  const token = staffSteps(record).find((each) => each.outcome === 'accept');
  if (token) return handled(registration, record, token);
  const deemed = staffSteps(record).some((each) => {
    const node = nodeOf(definition.process, each.node);
    return each.outcome === 'elapsed' && 'until' in node && node.until?.work === 'deem-accepted';
  });
  const at = accepted_at.toISOString();
  return {
    by: accepted_by ?? '',
    ...placeOf(registration, office),
    at,
    ...(deemed ? { deemed } : {}),
  };
}

function decidedBy(
  registration: Registration,
  record: CaseRecord,
  definition: BusinessDefinition,
): Handled | undefined {
  const token = staffSteps(record).find((each) => {
    const node = nodeOf(definition.process, each.node);
    return (
      node.kind === 'human' && node.actions.some(({ action, final }) => final && action === each.outcome)
    );
  });
  if (token) return handled(registration, record, token);
  const entry = record.tokens.find((each) => each.kind === 'automatic' && each.node === 'enter');
  return (
    entry && {
      by: '智能审核',
      ...placeOf(registration, record.case.office),
      at: entry.entered_at.toISOString(),
    }
  );
}

function handled(registration: Registration, record: CaseRecord, token: Token): Handled {
  return {
    by: token.done_by_name ?? '',
    ...placeOf(registration, token.done_office ?? record.case.office),
    at: (token.done_at ?? token.entered_at).toISOString(),
    ...(token.done_for_name ? { for: token.done_for_name } : {}),
  };
}

const placeOf = ({ offices }: Registration, office: string) => ({
  office,
  officeName: offices.get(office)?.name ?? office,
});
