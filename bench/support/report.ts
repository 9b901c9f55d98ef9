/** Prints lines of a small table: the first column to the left, the others to the right. */
export function table(rows: readonly (readonly [string, ...(string | number)[]])[]): void {
  const texts = rows.map((row) => row.map((cell) => (typeof cell === 'number' ? number(cell) : cell)));
  const widths: number[] = [];
  for (const row of texts)
    for (const [at, cell] of row.entries()) widths[at] = Math.max(widths[at] ?? 0, cell.length);
  for (const row of texts) {
    const cells = row.map((cell, at) =>
      at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0),
    );
    say(`  ${cells.join('  ')}`);
  }
}

/** Three digits that count. */
export function number(value: number): string {
  if (!Number.isFinite(value)) return '–';
  if (Math.abs(value) >= 100) return Math.round(value).toLocaleString('en');
  return value.toPrecision(3);
}

export function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** The result of a benchmark in one line: what was measured, its floor, and the ratio against what is aimed for. */
export function verdict(name: string, ratio: number, aim: number): void {
  const enough = ratio >= aim;
  say(`  ratio ${number(ratio)} of the floor: ${name} (aim ${aim}) ${enough ? '✓' : '✗'}`);
  if (!enough) process.exitCode = 1;
}

export function percentile(sorted: readonly number[], of: number): number {
  return sorted[Math.min(sorted.length - 1, Math.ceil((of / 100) * sorted.length) - 1)] ?? Number.NaN;
}
