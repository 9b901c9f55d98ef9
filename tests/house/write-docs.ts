import { writeFileSync } from 'node:fs';
import { subjects } from '../legal/table/index.ts';
import { legalCasesDocument } from '../legal/tell-case.ts';
import { controlsDocument, errorsDocument, loadErrors, settingsDocument } from './generated-docs.ts';
import { root } from './sources.ts';

writeFileSync(`${root}docs/errors.md`, errorsDocument(await loadErrors()));
writeFileSync(`${root}docs/operations/settings.md`, settingsDocument());
writeFileSync(`${root}docs/operations/security-controls.md`, controlsDocument());
writeFileSync(`${root}docs/legal-cases.md`, legalCasesDocument(subjects));
