import { type BusinessDefinition, type CaseRecord, papersOf, requirementsFor } from '@hengchan/casework';
import type { Registration } from '../registration.ts';

interface MaterialLine {
  name: string;
  form: string;
  copies?: number;
}

/**
 * 收件清单: what the case holds, how it came, and how often; what is neither there nor confirmed is not on the list. A paper that
 * was scanned at the counter was seen there; a picture somebody sent was not, and the list says so (ONL-WIN-05).
 */
export async function materialLines(
  { platform }: Registration,
  record: CaseRecord,
  definition: BusinessDefinition,
): Promise<MaterialLine[]> {
  const { files, facts } = await papersOf(platform.database, record.case.no);
  const how = record.case.channel === 'counter' ? '窗口收取扫描' : '在线提交影像';
  return requirementsFor(definition, record).flatMap((material): MaterialLine[] => {
    const given = files.filter((file) => file.material === material.code);
    if (given.length > 0) return [{ name: material.title, form: how, copies: given.length }];
    const known = facts.filter((fact) => fact.kind === material.replacedBy && fact.outcome === 'match');
    const sources = [...new Set(known.map((fact) => fact.source))];
    if (sources.length === 0) return [];
    return [{ name: material.title, form: `${sources.join('、')}共享`.slice(0, 40), copies: known.length }];
  });
}
