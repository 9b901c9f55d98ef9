import { writeFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { fontFiles } from './fonts.ts';
import { inFolder } from './testing-tools.ts';

describe('the fonts', () => {
  it('are bundled, serif and sans, and a city’s own come after them in a settled order', async () => {
    await inFolder(async (folder) => {
      for (const name of ['b.ttf', 'a.otf', 'readme.txt', 'c.TTC']) await writeFile(`${folder}/${name}`, '');
      const names = fontFiles([folder]).map((path) => path.split('/').at(-1));
      expect(names).toEqual([
        'NotoSansSC_400Regular.ttf',
        'NotoSansSC_500Medium.ttf',
        'NotoSerifSC_400Regular.ttf',
        'NotoSerifSC_600SemiBold.ttf',
        'a.otf',
        'b.ttf',
        'c.TTC',
      ]);
    });
  });

  it('of a folder that is not there are a mistake told at start-up', () => {
    expect(() => fontFiles(['/nowhere/at/all'])).toThrow(/ENOENT/);
  });
});
