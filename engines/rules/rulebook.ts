import type { AppliedRule } from './evaluate.ts';
import type { Parameters, Rule } from './rule.ts';
import type { Activation } from './store.ts';

/** What a business asks for: which rule, when, with which parameters of its own. */
export interface RuleRequest {
  rule: string;
  moments: readonly string[];
  parameters?: Parameters;
}

/** All rules of the product by code. */
export interface Rulebook<Facts> {
  list(): readonly Rule<Facts>[];
  find(code: string): Rule<Facts> | undefined;
  /** The rules a business is asked at a moment at an office, with switches and parameters an administrator set (REG-ACC-15). */
  applying(
    requests: readonly RuleRequest[],
    moment: string,
    scope: { business: string; office: string },
    activations: readonly Activation[],
  ): AppliedRule<Facts>[];
}

/** Two rules of one code stop the start. */
export function makeRulebook<Facts>(rules: readonly Rule<Facts>[]): Rulebook<Facts> {
  const byCode = new Map<string, Rule<Facts>>();
  for (const rule of rules) {
    if (byCode.has(rule.code)) throw new Error(`rule ${rule.code} is defined twice`);
    byCode.set(rule.code, rule);
  }
  return {
    list: () => rules,
    find: (code) => byCode.get(code),
    applying(requests, moment, scope, activations) {
      return requests.flatMap((request) => {
        if (!request.moments.includes(moment)) return [];
        const rule = byCode.get(request.rule);
        if (!rule)
          throw new Error(`business ${scope.business} asks for rule ${request.rule}, which does not exist`);
        const set = closest(activations, request.rule, scope);
        if (set && !set.enabled) return [];
        return [{ rule, parameters: { ...rule.parameters, ...request.parameters, ...set?.parameters } }];
      });
    },
  };
}

/** The most particular setting wins: office and business, then business, then office, then all. */
function closest(
  activations: readonly Activation[],
  rule: string,
  scope: { business: string; office: string },
) {
  const weight = (each: Activation) => (each.business === '*' ? 0 : 2) + (each.office === '*' ? 0 : 1);
  return activations
    .filter(
      (each) =>
        each.rule === rule &&
        (each.business === '*' || each.business === scope.business) &&
        (each.office === '*' || each.office === scope.office),
    )
    .sort((left, right) => weight(right) - weight(left))[0];
}
