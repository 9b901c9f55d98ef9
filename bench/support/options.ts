import { parseArgs } from 'node:util';

export interface BenchOptions {
  /** Size of the city. */
  units: number;
  /** How long each measurement lasts. */
  seconds: number;
  /** Cases or readers at the same time. */
  parallel: number;
  /** Also list the statements the database was asked, by their number. */
  statements: boolean;
}

/** What the command line says; the defaults suit a quick look. */
export function benchOptions(): BenchOptions {
  const { values } = parseArgs({
    options: {
      units: { type: 'string', default: '20000' },
      seconds: { type: 'string', default: '20' },
      parallel: { type: 'string', default: '32' },
      statements: { type: 'boolean', default: false },
    },
  });
  const [units, seconds, parallel] = [values.units, values.seconds, values.parallel].map(Number) as [
    number,
    number,
    number,
  ];
  if (![units, seconds, parallel].every((value) => Number.isSafeInteger(value) && value > 0))
    throw new Error('--units, --seconds and --parallel take whole numbers above 0');
  return { units, seconds, parallel, statements: values.statements };
}
