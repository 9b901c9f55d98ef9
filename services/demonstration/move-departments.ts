import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Platform } from '@hengchan/platform';
import Type from 'typebox';
import { Compile } from 'typebox/compile';

/** Written by the stand-ins beside peers.json: docs/protocols/91-stand-ins.md, section "Control port". */
const ControlsFile = Compile(
  Type.Object({
    version: Type.Literal(1),
    controls: Type.Record(Type.String(), Type.String({ pattern: '^http://127\\.0\\.0\\.1:\\d+$' })),
  }),
);

/** Sets the clocks of the stand-ins, or returns them to real time. Says whose clock moved and whose did not. */
export async function moveDepartments(
  { config, http, log }: Platform,
  at: Date | null,
): Promise<{ moved: string[]; silent: string[] }> {
  const folder = config.peersFile ? dirname(config.peersFile) : join(config.dataFolder, 'exchange');
  const file = join(folder, 'controls.json');
  const content: unknown = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
  const controls = ControlsFile.Check(content) ? Object.entries(content.controls) : [];
  const order = JSON.stringify({ at: at?.toISOString() ?? null });
  const headers = { 'content-type': 'application/json' };
  const obeys = async (url: string): Promise<boolean> => {
    try {
      const sent = { url: `${url}/clock`, method: 'POST', headers, body: order, timeoutMs: 2_000 } as const;
      return (await http.request(sent)).status === 200;
    } catch (error) {
      log.warn({ err: error, url }, 'the clock of stand-ins could not be moved');
      return false;
    }
  };
  const urls = [...new Set(controls.map(([, url]) => url))];
  const moved = new Set<string>();
  for (const url of urls) if (await obeys(url)) moved.add(url);
  const codesOf = (hit: boolean) =>
    controls.filter(([, url]) => moved.has(url) === hit).map(([code]) => code);
  return { moved: codesOf(true), silent: codesOf(false) };
}
