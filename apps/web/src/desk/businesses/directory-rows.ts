import { type CsvColumn, toCsv } from '../../list/csv.ts';
import type { Directory, DirectoryLine, DirectoryList } from '../api/directory.ts';

export interface DirectoryFilter {
  list: string;
  group: string;
  q: string;
}

/** The lists with what answers the filter; groups and lists without any are left out. */
export function filterDirectory(directory: Directory, filter: DirectoryFilter): DirectoryList[] {
  const words = filter.q.trim().split(/\s+/).filter(Boolean);
  const answers = (line: DirectoryLine) =>
    words.every((word) => `${line.name} ${line.code} ${placeWord(line)}`.includes(word));
  return directory.lists
    .filter((list) => filter.list === '' || list.list === filter.list)
    .map((list) => ({
      ...list,
      groups: list.groups
        .filter(({ group }) => filter.group === '' || group === filter.group)
        .map(({ group, items }) => ({ group, items: items.filter(answers) }))
        .filter(({ items }) => items.length > 0),
    }))
    .filter((list) => list.groups.length > 0);
}

/** Groups that occur, in their order. */
export const groupsOf = (directory: Directory): string[] => [
  ...new Set(directory.lists.flatMap((list) => list.groups.map(({ group }) => group))),
];

/** PER-07, the number people quote from the province's table. */
export const placeWord = (line: DirectoryLine): string =>
  line.list === undefined ? '' : `${line.list}-${String(line.number).padStart(2, '0')}`;

export const percent = (share: number): string => `${Math.round(share * 100)}%`;

/** 0.8 个工作日, or a dash where nothing was completed lately. */
export const averageWord = (line: DirectoryLine): string =>
  line.actual?.averageDays === undefined ? '—' : line.actual.averageDays.toFixed(1);

type Row = DirectoryLine & { listTitle: string };

const columns: CsvColumn<Row>[] = [
  { title: '入口', value: (row) => row.listTitle },
  { title: '大类', value: (row) => row.group },
  { title: '序号', value: placeWord },
  { title: '业务', value: (row) => row.name },
  { title: '版本', value: (row) => row.version },
  { title: '环节数', value: (row) => row.stepCount },
  { title: '必交材料数', value: (row) => row.materialCount },
  { title: '规则数', value: (row) => row.ruleCount },
  { title: '承诺时限（工作日）', value: (row) => row.promisedDays },
  { title: '法定时限（工作日）', value: (row) => row.statutoryDays },
  { title: '压缩', value: (row) => percent(row.shortened) },
  { title: '上一版承诺时限', value: (row) => row.earlier?.promisedDays },
  { title: '近期申请件数', value: (row) => row.actual?.opened ?? 0 },
  { title: '近期办结件数', value: (row) => row.actual?.completed ?? 0 },
  { title: '实际平均用时（工作日）', value: (row) => row.actual?.averageDays?.toFixed(2) },
];

/** The directory as a table for a spreadsheet. */
export const directoryCsv = (lists: readonly DirectoryList[]): string =>
  toCsv(
    columns,
    lists.flatMap((list) =>
      list.groups.flatMap(({ items }) => items.map((line) => ({ ...line, listTitle: list.title }))),
    ),
  );
