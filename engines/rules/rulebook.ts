import type { AppliedRule } from './evaluate.ts';
import type { Parameters, Rule } from './rule.ts';
import type { Activation } from './store.ts';

/** What a business asks for: which rule, when, with which parameters of its own. */
export interface RuleRequest {
  rule: string;
  moments: readonly string[];
  parameters?: Parameters;
}

/** What of a setting decides where it holds and what it says. */
export type Setting = Pick<Activation, 'office' | 'rule' | 'business' | 'enabled' | 'parameters'>;

/** All rules of the product by code. */
export interface Rulebook<Facts> {
  list(): readonly Rule<Facts>[];
  /** The rule as it is asked now, or as it was in an earlier version. */
  find(code: string, version?: number): Rule<Facts> | undefined;
  /** Versions of a rule that can still be asked, newest first. */
  versions(code: string): readonly Rule<Facts>[];
  /** The rules a business is asked at a moment at an office, with switches and parameters an administrator set (REG-ACC-15). */
  applying(
    requests: readonly RuleRequest[],
    moment: string,
    scope: { business: string; office: string },
    settings: readonly Setting[],
  ): AppliedRule<Facts>[];
}

/**
 * `earlier` are versions whose meaning was changed since: they stay callable, so that a decided case can be asked again as it was.
 * Two rules of one code and version, or an earlier version that is not earlier, stop the start.
 */
export function makeRulebook<Facts>(
  rules: readonly Rule<Facts>[],
  earlier: readonly Rule<Facts>[] = [],
): Rulebook<Facts> {
  const byCode = new Map<string, Rule<Facts>[]>();
  for (const rule of rules) {
    if (byCode.has(rule.code)) throw new Error(`rule ${rule.code} is defined twice`);
    byCode.set(rule.code, [rule]);
  }
  for (const rule of [...earlier].sort((left, right) => right.version - left.version)) {
    const known = byCode.get(rule.code);
    if (!known) byCode.set(rule.code, [rule]);
    else if ((known.at(-1)?.version ?? 0) > rule.version) known.push(rule);
    else throw new Error(`rule ${rule.code} version ${rule.version} is not earlier than what follows it`);
  }
  const current = new Map(rules.map((rule) => [rule.code, rule]));
  return {
    list: () => rules,
    find: (code, version) =>
      version === undefined ? current.get(code) : byCode.get(code)?.find((rule) => rule.version === version),
    versions: (code) => byCode.get(code) ?? [],
    applying(requests, moment, scope, settings) {
      const nearest = nearestSettings(settings, scope);
      return requests.flatMap((request) => {
        if (!request.moments.includes(moment)) return [];
        const rule = current.get(request.rule);
        if (!rule)
          throw new Error(`business ${scope.business} asks for rule ${request.rule}, which does not exist`);
        const set = nearest.get(request.rule);
        if (set && !set.enabled) return [];
        return [{ rule, parameters: { ...rule.parameters, ...request.parameters, ...set?.parameters } }];
      });
    },
  };
}

/** Of each rule the most particular setting wins: office and business, then business, then office, then all. */
export function nearestSettings(
  settings: readonly Setting[],
  scope: { business: string; office: string },
): ReadonlyMap<string, Setting> {
  const weight = (each: Setting) => (each.business === '*' ? 0 : 2) + (each.office === '*' ? 0 : 1);
  const nearest = new Map<string, Setting>();
  for (const each of settings) {
    if (each.business !== '*' && each.business !== scope.business) continue;
    if (each.office !== '*' && each.office !== scope.office) continue;
    const known = nearest.get(each.rule);
    if (!known || weight(each) > weight(known)) nearest.set(each.rule, each);
  }
  return nearest;
}
