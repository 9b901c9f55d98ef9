import { seededRandom } from '@hengchan/platform';
import type { Kill } from './entry-stage.ts';

const nameOf = (statements: readonly string[], { when, at }: Kill) =>
  `${when} statement ${at}: ${statements[at - 1]}`;

/** Every statement, each in every way. */
export function everyKill(statements: readonly string[]): { name: string; kill: Kill }[] {
  return statements.flatMap((_, index) =>
    (['before', 'sent', 'after'] as const).map((when) => {
      const kill = { when, at: index + 1 };
      return { name: nameOf(statements, kill), kill };
    }),
  );
}

/** The places that matter most, and some by chance; the seed is printed with what is found. */
export function killPoints(statements: readonly string[], seed = Date.now() % 1_000_000) {
  const random = seededRandom(seed);
  const entry = statements.findIndex((each) => /insert into "register"."entry"/i.test(each)) + 1;
  const begin = statements.slice(0, entry).lastIndexOf('begin') + 1;
  const commit = entry + statements.slice(entry).indexOf('commit') + 1;
  const claim = statements.findIndex((each) => /WITH due AS/.test(each)) + 1;
  if ([entry, begin, commit, claim].some((at) => at < 1)) throw new Error('the entry is not where it was');
  const chosen: Kill[] = [
    { when: 'before', at: 1 },
    { when: 'after', at: entry },
    { when: 'before', at: random.integer(begin + 1, commit - 1) },
    { when: 'after', at: random.integer(begin, commit - 1) },
    { when: 'before', at: commit },
    { when: 'sent', at: commit },
    { when: 'after', at: commit },
    { when: 'after', at: random.integer(commit + 1, claim) },
    { when: 'before', at: random.integer(claim + 1, statements.length) },
  ];
  return chosen.map((kill) => ({ name: `${nameOf(statements, kill)} (seed ${seed})`, kill }));
}
