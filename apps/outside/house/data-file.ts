import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Static, TSchema } from 'typebox';
import { Compile } from 'typebox/compile';

/**
 * A file of the department's data written by whoever furnishes the demonstration city: docs/protocols/90-data-files.md.
 * Read again when it changes; undefined while it is absent. Throws when it does not fit its layout, naming the place.
 */
export function dataFile<Layout extends TSchema>(
  folder: string,
  name: string,
  layout: Layout,
): () => Static<Layout> | undefined {
  const file = join(folder, name);
  const validator = Compile(layout);
  let stamp = '';
  let content: Static<Layout> | undefined;
  return () => {
    if (!existsSync(file)) return undefined;
    const { mtimeMs, size } = statSync(file);
    if (stamp === `${mtimeMs}/${size}`) return content;
    const read: unknown = JSON.parse(readFileSync(file, 'utf8'));
    if (!validator.Check(read)) {
      const fault = validator.Errors(read)[0];
      throw new Error(
        `${file} does not fit its layout: ${fault?.instancePath ?? ''} ${fault?.message ?? ''}`,
      );
    }
    content = read as Static<Layout>;
    stamp = `${mtimeMs}/${size}`;
    return content;
  };
}
