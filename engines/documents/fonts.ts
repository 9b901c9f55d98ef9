import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const FILES = [
  ['@expo-google-fonts/noto-sans-sc', '400Regular/NotoSansSC_400Regular.ttf'],
  ['@expo-google-fonts/noto-sans-sc', '500Medium/NotoSansSC_500Medium.ttf'],
  ['@expo-google-fonts/noto-serif-sc', '400Regular/NotoSerifSC_400Regular.ttf'],
  ['@expo-google-fonts/noto-serif-sc', '600SemiBold/NotoSerifSC_600SemiBold.ttf'],
] as const;

/**
 * The faces every sheet is set in, from packages rather than from the machine, so that a document looks
 * the same wherever it is made. A city adds a folder of its own for the rare characters of its people's
 * names; a character no font has stops the document (see errors.ts, GLYPH_MISSING).
 */
export function fontFiles(folders: readonly string[] = []): string[] {
  const require = createRequire(import.meta.url);
  const bundled = FILES.map(([name, file]) => join(dirname(require.resolve(`${name}/package.json`)), file));
  return [...bundled, ...folders.flatMap(fontsIn)];
}

/** Sorted, because the order of fonts decides which one is asked first. */
function fontsIn(folder: string): string[] {
  const names = readdirSync(folder).filter((name) => /\.(ttf|otf|ttc)$/i.test(name));
  return names.sort().map((name) => join(folder, name));
}
