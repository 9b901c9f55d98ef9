import type { FlowNode, ProcessFlow } from './flow.ts';

/** A step, with the gateway of its ways out right behind it. */
export interface Cell {
  nodes: readonly FlowNode[];
  column: number;
  row: number;
}

export interface Grid {
  cells: readonly Cell[];
  columns: number;
  rows: number;
  lanes: readonly { name: string; first: number; last: number }[];
}

/** Columns by the longest way from the start, going round left out; rows by lane, one more where two steps of a lane meet in a column. */
export function placeCells(flow: ProcessFlow): Grid {
  const groups = groupsOf(flow);
  const column = columnsOf(flow, groups);
  const names = laneOrder(groups);
  const usual = usualWay(flow);
  const cells: Cell[] = [];
  const lanes: { name: string; first: number; last: number }[] = [];
  let row = 0;
  for (const name of names) {
    const members = groups
      .filter((group) => group[0]?.lane === name)
      .toSorted((left, right) => Number(isOn(usual, right)) - Number(isOn(usual, left)));
    const taken = new Set<string>();
    const first = row;
    let last = row;
    for (const nodes of members) {
      const at = column.get(nodes[0]?.id ?? '') ?? 0;
      let own = first;
      while (taken.has(`${at} ${own}`)) own += 1;
      taken.add(`${at} ${own}`);
      last = Math.max(last, own);
      cells.push({ nodes, column: at, row: own });
    }
    lanes.push({ name, first, last });
    row = last + 1;
  }
  return { cells, columns: Math.max(...cells.map((cell) => cell.column)) + 1, rows: row, lanes };
}

/** Each step with its gateway `….ways`, in the order of the process. */
function groupsOf({ nodes }: ProcessFlow): FlowNode[][] {
  const gateways = new Map(nodes.filter(isWays).map((node) => [node.id, node]));
  return nodes
    .filter((node) => !isWays(node))
    .map((node) => {
      const ways = gateways.get(`${node.id}.ways`);
      return ways ? [node, ways] : [node];
    });
}

const isWays = (node: FlowNode): boolean => node.id.endsWith('.ways');

/** What most cases pass through: of every choice the first way, where ways are gone side by side all of them. */
function usualWay({ nodes, flows }: ProcessFlow): Set<string> {
  const way = new Set<string>();
  const open = nodes.slice(0, 1).map((node) => node.id);
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (way.has(id)) continue;
    way.add(id);
    const on = flows.filter((flow) => flow.from === id).map((flow) => flow.to);
    const all = nodes.find((node) => node.id === id)?.kind === 'parallelGateway';
    open.push(...(all ? on : on.slice(0, 1)));
  }
  return way;
}

const isOn = (way: ReadonlySet<string>, group: readonly FlowNode[]): boolean => way.has(group[0]?.id ?? '');

/** Applicants above, then the registry's posts as they come, the machine, and other departments. */
function laneOrder(groups: readonly FlowNode[][]): string[] {
  const weight = (name: string) =>
    name === '申请人' ? 0 : name === '系统' ? 2 : /岗$|登记机构/.test(name) ? 1 : 3;
  const names = [...new Set(groups.map((group) => group[0]?.lane ?? ''))];
  return names.toSorted((left, right) => weight(left) - weight(right));
}

function columnsOf({ flows }: ProcessFlow, groups: readonly FlowNode[][]): Map<string, number> {
  const head = new Map(groups.flatMap((group) => group.map((node) => [node.id, group[0]?.id ?? ''])));
  const ways = new Map<string, string[]>();
  for (const { from, to } of flows) {
    const [a, b] = [head.get(from) ?? '', head.get(to) ?? ''];
    if (a !== b) ways.set(a, [...(ways.get(a) ?? []), b]);
  }
  const onward = withoutReturns(groups[0]?.[0]?.id ?? '', ways);
  const column = new Map<string, number>();
  for (const id of onward.order) {
    const at = column.get(id) ?? 0;
    column.set(id, at);
    for (const to of onward.ways.get(id) ?? []) column.set(to, Math.max(column.get(to) ?? 0, at + 1));
  }
  return column;
}

/** The ways without those that lead back, and the nodes in an order in which every way leads onward. */
function withoutReturns(start: string, ways: ReadonlyMap<string, readonly string[]>) {
  const onward = new Map<string, string[]>();
  const done: string[] = [];
  const open = new Set<string>();
  const visit = (id: string): void => {
    open.add(id);
    for (const to of ways.get(id) ?? []) {
      if (open.has(to)) continue;
      onward.set(id, [...(onward.get(id) ?? []), to]);
      if (!done.includes(to)) visit(to);
    }
    open.delete(id);
    done.push(id);
  };
  visit(start);
  return { ways: onward, order: done.toReversed() };
}
