/** How often a second the work can be done: the best of several rounds, for other programs only ever slow it down. */
export function perSecond(work: () => void, { rounds = 5, milliseconds = 300 } = {}): number {
  let best = 0;
  for (let round = 0; round <= rounds; round++) {
    const started = performance.now();
    let times = 0;
    while (performance.now() - started < milliseconds) {
      for (let at = 0; at < 20; at++) work();
      times += 20;
    }
    // The first round is for the compiler.
    if (round > 0) best = Math.max(best, (times * 1000) / (performance.now() - started));
  }
  return best;
}

/** Milliseconds each of so many repetitions took, sorted. The first ones, which warm things up, are left out. */
export async function durations(work: () => Promise<unknown>, times: number): Promise<number[]> {
  const all: number[] = [];
  for (let at = -Math.ceil(times / 5); at < times; at++) {
    const started = performance.now();
    await work();
    if (at >= 0) all.push(performance.now() - started);
  }
  return all.sort((left, right) => left - right);
}
