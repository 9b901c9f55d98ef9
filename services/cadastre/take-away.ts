import { type Actor, csv } from '@hengchan/platform';
import { type Cadastre, type EditionKey, subjectOf } from './cadastre.ts';
import { findAffectedParcels, findDifferences } from './find-differences.ts';
import { exportDistricts, exportEdition } from './find-districts.ts';
import { levels } from './read-features.ts';
import type { FeatureCollection } from './schema.ts';
import { changeWords, howWords } from './words.ts';

type Cell = string | number;

/** A table or file that leaves, with the line that says who took it. */
async function take(
  { platform }: Cadastre,
  actor: Actor,
  office: string,
  what: { title: string; rows: number; approval: string | undefined; conditions: Record<string, unknown> },
): Promise<string> {
  return platform.exports.take(actor, { resource: 'cadastre', office, ...what });
}

/** The differences of an edition as a table. */
export async function takeDifferences(
  cadastre: Cadastre,
  actor: Actor,
  key: EditionKey,
  approval?: string,
): Promise<string> {
  const { items } = await findDifferences(cadastre, actor, key);
  const lines = items.map((each): Cell[] => [
    each.code,
    levels[each.level].word,
    each.changes.map((change) => changeWords[change]).join('、'),
    each.nameBefore ?? '',
    each.nameAfter ?? '',
    each.related.join('、'),
    each.areaBefore ?? '',
    each.areaAfter ?? '',
    each.areaLost,
    each.areaGained,
    each.parcels,
    each.units,
  ]);
  const watermark = await take(cadastre, actor, key.office, {
    title: '地籍分区差异',
    rows: lines.length,
    approval,
    conditions: { edition: subjectOf(key) },
  });
  const head = [
    '代码',
    '层级',
    '变化',
    '原名称',
    '新名称',
    '涉及的其他分区',
    '原面积（平方米）',
    '新面积（平方米）',
  ];
  return csv([
    [watermark],
    [...head, '划出面积（平方米）', '划入面积（平方米）', '受影响宗地', '受影响单元'],
    ...lines,
  ]);
}

/** The parcels an edition touches, as a table. */
export async function takeAffectedParcels(
  cadastre: Cadastre,
  actor: Actor,
  key: EditionKey,
  { district, approval }: { district?: string; approval?: string },
): Promise<string> {
  const { items } = await findAffectedParcels(
    cadastre,
    actor,
    key,
    district === undefined ? {} : { district },
  );
  const watermark = await take(cadastre, actor, key.office, {
    title: '分区调整受影响宗地',
    rows: items.length,
    approval,
    conditions: { edition: subjectOf(key), ...(district === undefined ? {} : { district }) },
  });
  return csv([
    [watermark],
    ['宗地代码', '坐落', '受影响方式', '代码所示子区', '原来所在子区', '调整后所在子区', '登记簿上的单元数'],
    ...items.map((each) => [
      each.code,
      each.location,
      howWords[each.how],
      each.home,
      each.layIn ?? '',
      each.liesIn ?? '',
      each.units,
    ]),
  ]);
}

/** The districts of an edition, or those that hold at a moment, as a file that can be imported again. */
export async function takeDistricts(
  cadastre: Cadastre,
  actor: Actor,
  from: EditionKey | { office: string; asOf?: string },
  approval?: string,
): Promise<FeatureCollection> {
  const file =
    'number' in from
      ? await exportEdition(cadastre, actor, from)
      : await exportDistricts(cadastre, actor, from);
  await take(cadastre, actor, from.office, {
    title: '地籍分区',
    rows: file.features.length,
    approval,
    conditions: { file: file.name },
  });
  return file;
}
