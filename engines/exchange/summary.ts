/**
 * One line about a payload for the call log, safe to show to anyone who may see the log:
 * names keep their first character, identity numbers are left out, everything else personal is not named at all.
 */
export function summarize(payload: unknown): string {
  if (typeof payload !== 'object' || payload === null) return '';
  const parts: string[] = [];
  for (const [key, title] of shown) {
    const value = (payload as Record<string, unknown>)[key];
    if (typeof value === 'string' || typeof value === 'number')
      parts.push(`${title} ${redact(String(value))}`);
  }
  const name = (payload as Record<string, unknown>).name;
  if (typeof name === 'string') parts.push(maskName(name));
  return parts.join('，').slice(0, 300);
}

const shown: readonly [string, string][] = [
  ['caseNo', '业务号'],
  ['unitCode', '单元'],
  ['contractNo', '合同'],
  ['declarationNo', '申报'],
  ['orderNo', '缴款单'],
  ['refundNo', '退款'],
  ['noticeNo', '通知'],
  ['documentNo', '文号'],
  ['total', '金额（分）'],
  ['amount', '金额（分）'],
];

/** Anything shaped like an identity number, wherever it strayed. Unit codes have 28 characters and stay. */
function redact(text: string): string {
  return text.replace(/(?<![0-9A-Za-z])\d{17}[\dXx](?![0-9A-Za-z])/g, '［证件号］');
}

function maskName(name: string): string {
  const characters = [...name];
  return `${characters[0] ?? ''}${'*'.repeat(Math.min(characters.length - 1, 3))}`;
}
