import { writeFileSync } from 'node:fs';
import { controlsDocument, errorsDocument, loadErrors, settingsDocument } from './generated-docs.ts';
import { root } from './sources.ts';

writeFileSync(`${root}docs/errors.md`, errorsDocument(await loadErrors()));
writeFileSync(`${root}docs/operations/settings.md`, settingsDocument());
writeFileSync(`${root}docs/operations/security-controls.md`, controlsDocument());
