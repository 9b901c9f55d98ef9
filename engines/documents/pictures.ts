import type { CompileAnswer, Compiler } from './compiler.ts';
import type { Seal } from './template.ts';

/** Drawings that go into sheets as plain outlines, so that their characters are not text of the page. */
export interface Pictures {
  seal(seal: Seal): Promise<string>;
  watermark(): Promise<string>;
}

/** Offices have a handful of seals each; beyond this the oldest drawings are made again. */
const MOST_KEPT = 200;

/** Draws each picture once and keeps it. `refusal` turns what typst said into an error. */
export function createPictures(
  compiler: Compiler,
  sources: Record<string, string>,
  refusal: (answer: CompileAnswer) => Error,
): Pictures {
  const kept = new Map<string, Promise<string>>();

  async function draw(main: string, data: string): Promise<string> {
    const answer = await compiler.compile({ main, sources, data, output: 'svg', timestamp: 0 });
    if ('svg' in answer) return answer.svg;
    throw refusal(answer);
  }

  function once(main: string, data: object): Promise<string> {
    const json = JSON.stringify(data);
    const key = main + json;
    const known = kept.get(key);
    if (known !== undefined) return known;
    const oldest = kept.keys().next();
    if (kept.size >= MOST_KEPT && oldest.value !== undefined) kept.delete(oldest.value);
    const drawn = draw(main, json);
    kept.set(key, drawn);
    drawn.catch(() => kept.delete(key));
    return drawn;
  }

  return {
    seal: ({ office, purpose }) => once('/seal.typ', { office, purpose }),
    watermark: () => once('/watermark.typ', {}),
  };
}
