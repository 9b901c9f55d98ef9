import { useRules } from './api.ts';
import { parameterText, type Words } from './words.ts';

/** Parameters by the names the rules give them. */
export function ParameterText({ parameters }: { parameters: Readonly<Record<string, unknown>> }) {
  const rules = useRules();
  const words: Words = Object.assign({}, ...(rules.data ?? []).map((rule) => rule.parameterWords));
  return <>{parameterText(parameters, words)}</>;
}
