import {
  type BusinessDefinition,
  type CaseRecord,
  isParty,
  type Papers,
  requirementsFor,
} from '@hengchan/casework';
import type { Certificate } from '@hengchan/certificates';
import type { Actor } from '@hengchan/platform';
import type { Registration } from '../registration.ts';
import type { CaseView } from '../schema.ts';
import { mayHave } from './documents.ts';
import { isConcerned, isConcernedWith } from './see.ts';

const outcomeTitles = { match: '一致', mismatch: '不一致', unavailable: '未核验' } as const;

const iso = (moment: string) => new Date(moment).toISOString();

/** What has to be handed in, and what of it is there: handed in, or fetched from a department. */
export function materialsOf(
  registration: Registration,
  actor: Actor,
  record: CaseRecord,
  definition: BusinessDefinition,
  { files, facts }: Papers,
): CaseView['materials'] {
  const opens = (file: Papers['files'][number]) => {
    const { mark, file_hash: hash, office } = file;
    const concerned = isConcernedWith(registration, actor, record, file);
    return registration.platform.files.isFor(actor, { kind: 'material', mark, hash, office }, concerned);
  };
  return requirementsFor(definition, record).map((material) => {
    const own = files.filter((file) => file.material === material.code);
    const fetched = facts.find((fact) => fact.kind === material.replacedBy && fact.outcome === 'match');
    return {
      code: material.code,
      title: material.title,
      why: material.why,
      required: material.required,
      accept: [...material.accept],
      status: own.length > 0 ? 'provided' : fetched ? 'fetched' : 'missing',
      ...(fetched ? { source: fetched.source } : {}),
      files: own.map((file) => ({
        id: file.id,
        name: file.name,
        mediaType: file.media_type,
        size: file.size,
        mark: file.mark,
        opens: opens(file),
        at: iso(file.added_at),
        by: file.added_by_name,
      })),
    };
  });
}

/** What departments said. A party learns of another party only whether it was confirmed, not what the answer holds. */
export function factsOf(
  { platform }: Registration,
  actor: Actor,
  record: CaseRecord,
  definition: BusinessDefinition,
  { facts }: Papers,
): CaseView['facts'] {
  const others = record.parties.filter((party) => !isParty(actor, party)).map((party) => party.name);
  // That a department did not answer, and why, is nobody's secret.
  const closed = (row: Papers['facts'][number]) =>
    actor.kind !== 'staff' && row.outcome !== 'unavailable' && others.includes(row.subject);
  return facts.map((row) => ({
    kind: row.kind,
    title: definition.facts.find((fact) => fact.kind === row.kind)?.title ?? row.kind,
    subject: row.subject,
    outcome: row.outcome,
    outcomeTitle: outcomeTitles[row.outcome],
    source: row.source,
    at: iso(row.asked_at),
    data: closed(row) ? {} : JSON.parse(platform.cipher.open(row.data_sealed)),
  }));
}

/** What was issued in the case, of which this person may have a copy. */
export function documentsOf(
  registration: Registration,
  actor: Actor,
  record: CaseRecord,
  { documents }: Papers,
  certificates: readonly Certificate[],
): CaseView['documents'] {
  const concerned = isConcerned(registration, actor, record);
  return documents
    .filter((row) => mayHave(registration, actor, concerned, row, certificates))
    .map((row) => ({
      code: row.code,
      title: row.title,
      mark: row.mark,
      at: iso(row.made_at),
      url: `/api/cases/${record.case.no}/documents/${encodeURIComponent(row.code)}`,
    }));
}
