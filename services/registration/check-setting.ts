import { type FieldError, platformErrors } from '@hengchan/platform';
import type { Parameters, Rule } from '@hengchan/rules';
import type { RegistrationFacts } from './facts.ts';
import type { Registration } from './registration.ts';
import { type ParameterWords, parameterWords } from './rules/parameter-words.ts';

interface Setting {
  rule: string;
  business: string;
  office: string;
  parameters: Parameters;
}

/** The rule a setting is about. Throws NOT_FOUND without one, and names every field that fits no rule, business or office. */
export function checkSetting(registration: Registration, setting: Setting): Rule<RegistrationFacts> {
  const rule = registration.rulebook.find(setting.rule);
  if (!rule) throw platformErrors.NOT_FOUND({ detail: '没有这条规则。' });
  const errors: FieldError[] = [
    ...checkScope(registration, setting),
    ...Object.entries(setting.parameters).flatMap(([name, value]) =>
      checkParameter(name, value, rule.parameters?.[name]),
    ),
  ];
  const asking = registration.casework.definitions
    .list()
    .some((each) => each.code === setting.business && each.rules.some((use) => use.rule === rule.code));
  if (setting.business !== '*' && errors.length === 0 && !asking)
    errors.push({ path: '/business', message: '该业务不使用这条规则' });
  if (errors.length > 0) throw platformErrors.INVALID_REQUEST({ errors });
  return rule;
}

/** Business and office are ours, or `*`. */
export function checkScope(
  { casework, offices }: Registration,
  { business, office }: { business: string; office: string },
): FieldError[] {
  const known = casework.definitions.list().some((each) => each.code === business);
  return [
    ...(business === '*' || known ? [] : [{ path: '/business', message: '没有这项登记业务' }]),
    ...(office === '*' || offices.has(office) ? [] : [{ path: '/office', message: '没有这个登记机构' }]),
  ];
}

function checkParameter(name: string, value: unknown, standard: unknown): FieldError[] {
  const path = `/parameters/${name}`;
  if (standard === undefined) return [{ path, message: '该规则没有这个参数' }];
  const words = parameterWords[name];
  const title = words?.title ?? name;
  if (typeof value !== typeof standard)
    return [{ path, message: `${title}应为${kinds[typeof standard] ?? '同类的值'}` }];
  const reason = words && outside(words, value);
  return reason === undefined ? [] : [{ path, message: `${title}${reason}` }];
}

/** Why a value of the right kind is still none that may be set. */
function outside({ minimum, maximum, unit, choices }: ParameterWords, value: unknown): string | undefined {
  if (typeof value === 'number' && minimum !== undefined && maximum !== undefined)
    return value >= minimum && value <= maximum ? undefined : `应在 ${minimum}～${maximum}${unit ?? ''}之间`;
  if (typeof value === 'string' && choices && !Object.hasOwn(choices, value))
    return `应为 ${Object.entries(choices)
      .map(([code, title]) => `${code}（${title}）`)
      .join('、')} 之一`;
  return undefined;
}

const kinds: Record<string, string> = { string: '文字', number: '数字', boolean: '是或否' };
