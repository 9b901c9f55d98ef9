import type { CaseSubject } from './knowledge.ts';
import type { EntryRow } from './tables.ts';

type Tagged = Pick<
  EntryRow,
  'kind' | 'title' | 'verified' | 'businesses' | 'rules' | 'registration_types' | 'right_types'
>;

export interface Ranked<Entry> {
  entry: Entry;
  score: number;
  why: string;
}

const weights = { block: 100, person: 80, warn: 40 } as const;
const ofBusiness = 30;
const ofRegistrationType = 12;
const ofRightType = 8;
const ofAskedRule = 4;

/** As many of each kind stand beside a case: laws must not crowd out the examples. */
const mostOfKind = 5;

/**
 * Which entries concern a case, the most pressing first: those of rules it did not pass, then of its business, of its kind of registration
 * and right, and of rules it was asked. What concerns it in nothing is left out, and so is the explanation of a rule it passed: the opinion
 * shows that already.
 */
export function rank<Entry extends Tagged>(entries: readonly Entry[], subject: CaseSubject): Ranked<Entry>[] {
  const ranked = entries
    .map((entry) => weigh(entry, subject))
    .filter(({ entry, score }) => score > (entry.kind === 'rule' ? ofAskedRule + 1 : 0))
    .sort((left, right) => right.score - left.score || left.entry.title.localeCompare(right.entry.title));
  const taken = { law: 0, rule: 0, case: 0 };
  return ranked.filter(({ entry }) => ++taken[entry.kind] <= mostOfKind);
}

function weigh<Entry extends Tagged>(entry: Entry, subject: CaseSubject): Ranked<Entry> {
  const grounds: { score: number; why: string }[] = [];
  const titleOf = (code: string) => subject.rules.find((rule) => rule.code === code)?.title ?? code;
  for (const { code, outcome } of subject.open)
    if (entry.rules.includes(code))
      grounds.push({ score: weights[outcome], why: `本件待处理：${titleOf(code)}` });
  if (entry.businesses.includes(subject.business.code))
    grounds.push({ score: ofBusiness, why: `适用于${subject.business.name}` });
  if (entry.registration_types.includes(subject.registrationType))
    grounds.push({ score: ofRegistrationType, why: '同类登记' });
  if (entry.right_types.some((type) => subject.rightTypes.includes(type)))
    grounds.push({ score: ofRightType, why: '单元上有同类权利' });
  const asked = subject.rules.find((rule) => entry.rules.includes(rule.code));
  if (asked) grounds.push({ score: ofAskedRule, why: `本业务校验：${asked.title}` });
  grounds.sort((left, right) => right.score - left.score);
  const score = grounds.reduce((sum, each) => sum + each.score, 0);
  return { entry, score: score > 0 && entry.verified ? score + 1 : score, why: grounds[0]?.why ?? '' };
}
