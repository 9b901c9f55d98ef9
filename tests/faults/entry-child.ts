import { join } from 'node:path';
import { driveCase } from '@hengchan/casework';
import { deliverDue } from '@hengchan/exchange';
import { fixedClock, seededRandom, systemRandom } from '@hengchan/platform';
import { makeFuse } from '../support/town/fuse.ts';
import { makeHall } from '../support/town/hall.ts';
import { openTown, seal } from '../support/town/town.ts';

/**
 * A server process that enters one decided case, tells the departments and seals the evidence, and is killed at the
 * statement it was told: before it is sent, when it is on its way, or when its answer has come. Without a kill it
 * prints the statements.
 */
export interface Task {
  url: string;
  folder: string;
  caseNo: string;
  now: string;
  kill?: { when: 'before' | 'sent' | 'after'; at: number };
}

const task = JSON.parse(process.argv[2] ?? '') as Task;
const clock = fixedClock(new Date(task.now));
const hall = makeHall({ clock, random: seededRandom(1), journal: join(task.folder, 'departments.jsonl') });
const statements: string[] = [];
let counting = false;
const strike = (when: string) => {
  if (counting && task.kill?.when === when && task.kill.at === statements.length)
    process.kill(process.pid, 'SIGKILL');
};
const fuse = {
  ...makeFuse(),
  gate: {
    before(statement: string) {
      if (counting) statements.push(statement.trim().replace(/\s+/g, ' ').slice(0, 100));
      strike('before');
    },
    sent: () => strike('sent'),
    after: () => strike('after'),
  },
};

// One connection: statements come in one order, so that the n-th is the same one every time.
const town = await openTown({
  url: task.url,
  folder: task.folder,
  hall,
  clock,
  random: systemRandom(),
  fuse,
  poolSize: 1,
});
counting = true;
await driveCase(town.product.registration.casework, task.caseNo);
await deliverDue(town.product.registration.exchange);
await seal(town);
counting = false;
process.stdout.write(`${JSON.stringify(statements)}\n`);
await town.close();
