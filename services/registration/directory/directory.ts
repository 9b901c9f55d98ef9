import { type Actual, recentActuals } from '@hengchan/insight';
import type { Actor } from '@hengchan/platform';
import type { Registration } from '../registration.ts';
import { type DirectoryLine, describeLine } from './describe-line.ts';
import { additionalTitle, groups, lists } from './lists.ts';

/** Actual times are of this many days, and asked of the database again after so long. */
const actualDays = 90;
const fresh = 60_000;

const byPlace = (left: DirectoryLine, right: DirectoryLine): number =>
  (left.number ?? 0) - (right.number ?? 0) || left.name.localeCompare(right.name, 'zh-CN');

/** Every business in the lists of the province's table, with what each list should have (ONL-WEB-01), and those beyond it. */
export interface Directory {
  expected: number;
  offered: number;
  actualDays: number;
  lists: {
    list: string;
    title: string;
    audience: string;
    expected: number;
    offered: number;
    groups: { group: string; items: DirectoryLine[] }[];
  }[];
}

/**
 * The directory of businesses, from memory. Staff also see what cases of the last 90 days really took; that is asked of the database at most
 * once a minute.
 */
export function openDirectory(registration: Registration): (actor: Actor) => Promise<Directory> {
  const { platform, casework } = registration;
  const { definitions } = casework;
  const lines = definitions.list().map((definition): DirectoryLine => describeLine(definitions, definition));
  const plain = arrange(lines);
  let actuals: { at: number; values: Map<string, Actual> } | undefined;
  return async (actor) => {
    if (actor.kind !== 'staff') return plain;
    const now = platform.clock.now().getTime();
    if (!actuals || now - actuals.at > fresh || now < actuals.at)
      actuals = { at: now, values: await recentActuals({ platform, definitions }, actualDays) };
    const { values } = actuals;
    return arrange(
      lines.map((line) => {
        const actual = values.get(line.code);
        return actual ? { ...line, actual } : line;
      }),
    );
  };
}

function arrange(lines: readonly DirectoryLine[]): Directory {
  const inGroups = (members: readonly DirectoryLine[]) =>
    groups
      .map((group) => ({ group, items: members.filter((line) => line.group === group).toSorted(byPlace) }))
      .filter(({ items }) => items.length > 0);
  const listed = lists.map((info) => {
    const members = lines.filter((line) => line.list === info.list);
    return { ...info, offered: members.length, groups: inGroups(members) };
  });
  const more = lines.filter((line) => line.list === undefined);
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  return {
    expected: sum(listed.map((each) => each.expected)),
    offered: sum(listed.map((each) => each.offered)),
    actualDays,
    lists: [
      ...listed,
      {
        list: 'MORE',
        title: additionalTitle,
        audience: '',
        expected: 0,
        offered: more.length,
        groups: inGroups(more),
      },
    ],
  };
}
