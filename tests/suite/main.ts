import { runVitest } from './run-vitest.ts';
import { runStaticChecks } from './static-checks.ts';
import { add, closingLine, nothing } from './tally.ts';

const print = (text: string) => process.stdout.write(text);
const long = process.argv.includes('--long');
const paths = process.argv.slice(2).filter((argument) => argument !== '--long');
const unknown = paths.find((path) => path.startsWith('-'));

if (unknown !== undefined) {
  print(`hengchan test: unknown option ${unknown}\n`);
  process.exitCode = 2;
} else {
  const everything = paths.length === 0;
  if (everything) print('Static checks\n');
  const statics = everything ? await runStaticChecks(print) : nothing;
  print('\nTests\n');
  const tests = await runVitest({ database: 'postgres', long, paths });
  if (everything) print('\nTests of the embedded database\n');
  const embedded = everything ? await runVitest({ database: 'embedded', long: false, paths }) : nothing;
  const total = add(statics, tests, embedded);
  print(`\n${closingLine(total)}\n`);
  process.exitCode = total.failed === 0 ? 0 : 1;
}
