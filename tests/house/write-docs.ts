import { writeFileSync } from 'node:fs';
import { errorsDocument, loadErrors, settingsDocument } from './generated-docs.ts';
import { root } from './sources.ts';

writeFileSync(`${root}docs/errors.md`, errorsDocument(await loadErrors()));
writeFileSync(`${root}docs/operations/settings.md`, settingsDocument());
