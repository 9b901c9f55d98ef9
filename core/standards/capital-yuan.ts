/**
 * Amounts in the capital figures of contracts and receipts. Where the payment rules leave a zero
 * optional (107000: 壹拾万柒仟元 or 壹拾万零柒仟元) the shorter form is written and both are read.
 */

const figures = '零壹贰叁肆伍陆柒捌玖';
const places = ['', '拾', '佰', '仟'];
const sections = ['', '万', '亿', '万'];

/** Fen in capital figures: 壹佰贰拾捌万元整, 零元整, 壹元零伍分. Throws RangeError when fen is no safe integer. */
export function capitalYuan(fen: number): string {
  if (!Number.isSafeInteger(fen)) throw new RangeError('an amount is a whole number of fen');
  if (fen === 0) return '零元整';
  const digits = String(Math.abs(fen)).padStart(3, '0');
  const whole = digits.slice(0, -2);
  const jiao = Number(digits.at(-2));
  const cents = Number(digits.at(-1));
  const wholeText = whole === '0' ? '' : `${capitalWhole(whole)}元`;
  return (fen < 0 ? '负' : '') + wholeText + capitalFraction(jiao, cents, wholeText !== '');
}

function capitalFraction(jiao: number, cents: number, afterYuan: boolean): string {
  if (jiao === 0 && cents === 0) return '整';
  const centsText = cents === 0 ? '整' : `${figures.charAt(cents)}分`;
  if (jiao === 0) return (afterYuan ? '零' : '') + centsText;
  return `${figures.charAt(jiao)}角${centsText}`;
}

/**
 * Sections of four digits, from the highest; a gap below a written digit becomes one 零. The highest
 * section counts 万 of 亿, so 亿 is written even when its own section is empty: 壹万亿元.
 */
function capitalWhole(whole: string): string {
  const groups = whole.padStart(Math.ceil(whole.length / 4) * 4, '0').match(/\d{4}/g) ?? [];
  let text = '';
  let gap = false;
  for (const [index, group] of groups.entries()) {
    const section = sections[groups.length - 1 - index] ?? '';
    if (group === '0000') {
      gap = true;
      if (section === '亿') text += section;
      continue;
    }
    if (text !== '' && (gap || group.startsWith('0'))) text += '零';
    text += capitalGroup(group) + section;
    gap = false;
  }
  return text;
}

function capitalGroup(group: string): string {
  let text = '';
  let gap = false;
  for (const [index, character] of [...group].entries()) {
    const digit = Number(character);
    if (digit === 0) {
      gap = text !== '';
      continue;
    }
    text += (gap ? '零' : '') + figures.charAt(digit) + places[3 - index];
    gap = false;
  }
  return text;
}

const readable =
  /^(负?)(?:([零壹贰叁肆伍陆柒捌玖拾佰仟万亿]+)[元圆])?零?(?:([壹贰叁肆伍陆柒捌玖])角)?零?(?:([壹贰叁肆伍陆柒捌玖])分)?[整正]?$/;

/**
 * Reads capital figures back to fen, or undefined when the text is none. Optional zeros, 圆 and 正 are
 * accepted; figures in an order nobody writes are not.
 */
export function parseCapitalYuan(text: string): number | undefined {
  const match = readable.exec(text.trim());
  if (!match) return undefined;
  const [, sign, whole, jiao, cents] = match;
  const magnitude = (whole ? readWhole(whole) : 0) * 100 + readFigure(jiao) * 10 + readFigure(cents);
  if (!Number.isSafeInteger(magnitude)) return undefined;
  const fen = sign && magnitude !== 0 ? -magnitude : magnitude;
  return skeletonOf(capitalYuan(fen)) === skeletonOf(text) ? fen : undefined;
}

/** What must agree between two ways of writing one amount. */
function skeletonOf(text: string): string {
  const bare = text
    .trim()
    .replaceAll('圆', '元')
    .replace(/[整正]$/, '');
  return bare.replace(/零(?!元)/g, '').replace(/^(负?)零元(?!$)/, '$1');
}

function readFigure(character: string | undefined): number {
  return character === undefined ? 0 : figures.indexOf(character);
}

/** 万 multiplies what stands before it since 亿, 亿 multiplies everything before it. */
function readWhole(text: string): number {
  const [high, low] = text.includes('亿') ? splitAtLast(text, '亿') : ['', text];
  const above = high === '' ? 0 : readWhole(high) * 100_000_000;
  const [tenThousands, rest] = low.includes('万') ? splitAtLast(low, '万') : ['', low];
  return above + readGroup(tenThousands) * 10_000 + readGroup(rest);
}

function splitAtLast(text: string, mark: string): [string, string] {
  const at = text.lastIndexOf(mark);
  return [text.slice(0, at), text.slice(at + 1)];
}

function readGroup(text: string): number {
  let total = 0;
  let figure = 0;
  for (const character of text) {
    const place = places.indexOf(character);
    if (place > 0) {
      total += figure * 10 ** place;
      figure = 0;
    } else {
      figure = figures.indexOf(character);
    }
  }
  return total + figure;
}
