/** 18 or 15 digit identity numbers, unified credit codes and mobile numbers, as they appear inside texts. */
const personalNumber =
  /(?<![0-9A-Za-z])(?:\d{17}[0-9Xx]|\d{15}|[0-9A-HJ-NPQRTUWXY]{18}|1\d{10})(?![0-9A-Za-z])/g;

/**
 * The same value with personal numbers reduced to their first and last digits. Audit lines are read by people
 * and never changed, so whole numbers must not get into them; `index` lets an exact number still be searched for.
 */
export function maskPersonal(value: unknown, index: (text: string) => string): unknown {
  if (typeof value === 'string') {
    return value.replace(
      personalNumber,
      (number) =>
        `${number.slice(0, 4)}${'*'.repeat(number.length - 7)}${number.slice(-3)}#${index(number.toUpperCase()).slice(0, 16)}`,
    );
  }
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.map((each) => maskPersonal(each, index));
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(
      Object.entries(value)
        .filter(([, each]) => each !== undefined)
        .map(([key, each]) => [key, maskPersonal(each, index)]),
    );
  }
  return value;
}
