import type { Finding, Parameters, Rule } from './rule.ts';

/** A use of a rule: the parameters that hold for this business and office. */
export interface AppliedRule<Facts> {
  rule: Rule<Facts>;
  parameters: Parameters;
}

/** Asks each rule once. The order of findings is the order of the rules; none is left out, passed ones included. */
export function evaluate<Facts>(rules: readonly AppliedRule<Facts>[], facts: Facts): Finding[] {
  return rules.map((applied) => ask(applied, facts));
}

/** Asks one rule. */
export function ask<Facts>({ rule, parameters }: AppliedRule<Facts>, facts: Facts): Finding {
  const verdict = rule.check(facts, parameters);
  return {
    code: rule.code,
    version: rule.version,
    title: rule.title,
    outcome: verdict.pass ? 'pass' : rule.weight,
    message: verdict.pass ? '符合' : (verdict.message ?? rule.message),
    text: rule.text,
    citation: rule.citation,
    facts: verdict.saw,
    parameters,
  };
}

export const blocking = (findings: readonly Finding[]) =>
  findings.filter((finding) => finding.outcome === 'block');
