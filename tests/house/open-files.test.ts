import { expect, test } from 'vitest';
import { sources } from './sources.ts';

/** Everything that takes a stored file without asking for whom. Each says why nobody sees it by that. Row SEC-LEK-04. */
const unasked: Record<string, string> = {
  'core/platform/files/open-file.ts': 'the question itself',
  'core/platform/scanning/uploads.ts': 'shows a kept file to the scanner, to no person',
  'services/registration/notices/list.ts': 'sheets of published notices, which everybody may read',
  'services/security/exports/fetch-export.ts': 'exports, each under a consent of its own',
  'services/security/exports/run-export.ts': 'exports, each under a consent of its own',
  'services/security/termination/destroy.ts': 'tries to get a destroyed file back',
};

test('a stored file reaches a person only through the one question whether it is for them', () => {
  const found = sources('ts')
    .filter(
      ({ path, text }) =>
        !path.startsWith('apps/outside/') &&
        !path.includes('.test.') &&
        /\b(?:files|store)\.get\(/.test(text),
    )
    .map(({ path }) => path);
  expect(found.sort()).toEqual(Object.keys(unasked).sort());
});
