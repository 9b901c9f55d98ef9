import type { RightKind } from '@hengchan/register';
import type { Rule } from '@hengchan/rules';
import { rightChangeIn } from '../changes.ts';
import type { RegistrationFacts } from '../facts.ts';
import { meantBy } from './limited-rights.ts';
import { noticeConsented } from './limits.ts';
import { unitNotSeized } from './unit.ts';

type RegistrationRule = Rule<RegistrationFacts>;

const burdens: readonly RightKind[] = ['mortgage', 'easement', 'habitation', 'management'];

/** Whether the change makes what lies on the title heavier: more is secured by it, or somebody uses it for longer. */
function grows(facts: RegistrationFacts, kinds: readonly RightKind[]): boolean {
  const change = rightChangeIn(facts.form) ?? {};
  const rights = kinds.flatMap((kind) => meantBy(facts, kind));
  return rights.some(({ kind, content }) => {
    if (kind === 'mortgage') return Number(change.principal ?? 0) > content.principal;
    const now = 'termTo' in content ? content.termTo : undefined;
    return typeof change.termTo === 'string' && now !== undefined && change.termTo > now;
  });
}

/** A rule about burdens laid on a title, asked of a change to one that lies on it already. */
const whereItGrows = (rule: RegistrationRule, own: { code: string; title: string; message: string }) =>
  ({
    ...rule,
    ...own,
    version: 1,
    parameters: { kind: '' },
    check(facts, { kind }) {
      if (!grows(facts, kind === '' ? burdens : [kind as RightKind]))
        return { pass: true, saw: { grows: false } };
      const { pass, saw } = rule.check(facts, {});
      return { pass, saw: { grows: true, ...saw } };
    },
  }) satisfies RegistrationRule;

export const burdenRules = [
  whereItGrows(unitNotSeized, {
    code: 'SEIZED_NOT_BURDENED',
    title: '查封期间不增加负担',
    message: '该不动产已被查封，查封期间不能增加担保数额或延长他人使用的期限；请先由查封机关解除查封。',
  }),
  whereItGrows(noticeConsented, {
    code: 'NOTICED_NOT_BURDENED',
    title: '预告登记期间增加负担经同意',
    message:
      '该不动产已办理预告登记，增加担保数额或延长他人使用的期限须预告登记权利人作为同意人参加并确认同意。',
  }),
];
