import type { Business, RuleGuide } from '../../api/businesses.ts';

/** What the article behind each rule of a business says, by the rule's code. */
export function articlesOf(business: Business | undefined): ReadonlyMap<string, string> {
  const rules: readonly (RuleGuide & { text?: string })[] = business?.rules ?? [];
  return new Map(rules.flatMap((rule) => (rule.text ? [[rule.code, rule.text] as const] : [])));
}
