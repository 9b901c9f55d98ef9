/** `amount × rate` to the whole fen, halves up. The rate is decimal text, so nothing is lost on the way. */
export function levy(amount: number, rate: string): number {
  const [whole = '0', decimals = ''] = rate.split('.');
  return portion(amount, Number(whole + decimals), 10 ** decimals.length);
}

/** The tax contained in a price that includes it: `price × rate ÷ (1 + rate)`, to the whole fen. */
export function contained(price: number, rate: string): number {
  const [whole = '0', decimals = ''] = rate.split('.');
  const numerator = Number(whole + decimals);
  return portion(price, numerator, 10 ** decimals.length + numerator);
}

function portion(amount: number, numerator: number, denominator: number): number {
  const doubled = BigInt(amount) * BigInt(numerator) * 2n + BigInt(denominator);
  return Number(doubled / (BigInt(denominator) * 2n));
}

/** The same day some years later; 29 February becomes 28 February where there is none. */
export function yearsLater(day: string, years: number): string {
  const moved = `${Number(day.slice(0, 4)) + years}${day.slice(4)}`;
  const year = Number(moved.slice(0, 4));
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return moved.endsWith('-02-29') && !leap ? moved.replace('-02-29', '-02-28') : moved;
}
