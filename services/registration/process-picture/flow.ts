import {
  type BusinessDefinition,
  nodeOf,
  type Process,
  type ProcessNode,
  successors,
} from '@hengchan/casework';
import { byWhom } from '../by-whom.ts';

/** The elements of BPMN 2.0 a process here is drawn with. */
export type FlowNodeKind =
  | 'startEvent'
  | 'endEvent'
  | 'userTask'
  | 'serviceTask'
  | 'receiveTask'
  | 'exclusiveGateway'
  | 'parallelGateway';

export interface FlowNode {
  id: string;
  kind: FlowNodeKind;
  name: string;
  /** Whose work it is; elements that are nobody's stand in the lane of what leads to them. */
  lane: string;
  /** Every party does it, each on their own. */
  each?: true;
  /** Whatever else is going on ends with it. */
  terminates?: true;
}

export interface Flow {
  id: string;
  from: string;
  to: string;
  name?: string;
}

export interface ProcessFlow {
  nodes: readonly FlowNode[];
  flows: readonly Flow[];
}

/** Outcomes automatic steps and answers from outside may have, in words. */
const outcomeNames: Record<string, string> = {
  automatic: '智能办理',
  blocked: '登簿受阻',
  nothing: '无须缴费',
};

interface Way {
  to: string;
  name?: string;
}

/**
 * A process as BPMN draws it: every choice a gateway, every way named. Nodes only a withdrawal leads to are left out: it may come at any
 * moment before entry (暂行条例 15) and would be a line from everywhere.
 */
export function flowOf(definition: BusinessDefinition): ProcessFlow {
  const { process } = definition;
  const nodes: FlowNode[] = [];
  const ways: [from: string, way: Way][] = [];
  const start = process.start;
  const reached = reachable(process);
  const entry = (id: string) => (isOptional(nodeOf(process, id)) ? `${id}.if` : id);

  nodes.push({ id: 'start', kind: 'startEvent', name: '开始', lane: byWhom(nodeOf(process, start)) });
  ways.push(['start', { to: entry(start) }]);
  for (const node of process.nodes) {
    if (!reached.has(node.id)) continue;
    const lane = byWhom(node);
    if (node.kind === 'human' && node.onlyChannel) {
      const online = node.onlyChannel === 'online';
      nodes.push({ id: `${node.id}.if`, kind: 'exclusiveGateway', name: '从哪里申请', lane });
      ways.push([`${node.id}.if`, { to: node.id, name: online ? '网上' : '窗口' }]);
      ways.push([`${node.id}.if`, { to: entry(node.next), name: online ? '窗口' : '网上' }]);
    }
    nodes.push(drawn(node, lane));
    const on = waysOn(node).map((way) => ({ ...way, to: entry(way.to) }));
    if (on.length < 2 || node.kind === 'fork') {
      for (const way of on) ways.push([node.id, { to: way.to }]);
      continue;
    }
    nodes.push({ id: `${node.id}.ways`, kind: 'exclusiveGateway', name: '', lane });
    ways.push([node.id, { to: `${node.id}.ways` }]);
    for (const way of on) ways.push([`${node.id}.ways`, way]);
  }
  const flows = ways.map(([from, { to, name }], index) => ({
    id: `flow-${index + 1}`,
    from,
    to,
    ...(name ? { name } : {}),
  }));
  return { nodes: nodes.map((node) => ({ ...node, lane: laneOf(node, nodes, flows) })), flows };
}

/** A step passed over for cases of the other channel. */
const isOptional = (node: ProcessNode): boolean => node.kind === 'human' && node.onlyChannel !== undefined;

function reachable(process: Process): Set<string> {
  const reached = new Set<string>();
  const open = [process.start];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (reached.has(id)) continue;
    reached.add(id);
    open.push(...successors(nodeOf(process, id)));
  }
  return reached;
}

function drawn(node: ProcessNode, lane: string): FlowNode {
  const { id } = node;
  switch (node.kind) {
    case 'human': {
      const each = 'party' in node.assignee && node.assignee.party === 'each';
      return { id, kind: 'userTask', name: node.title, lane, ...(each ? { each } : {}) };
    }
    case 'automatic':
      return { id, kind: 'serviceTask', name: node.title, lane };
    case 'waiting':
      return { id, kind: 'receiveTask', name: node.title, lane };
    case 'fork':
      return { id, kind: 'parallelGateway', name: '同时进行', lane };
    case 'join':
      return { id, kind: 'parallelGateway', name: '全部完成', lane };
    case 'end': {
      const usual = node.phase === 'completed';
      return { id, kind: 'endEvent', name: node.title, lane, ...(usual ? {} : { terminates: true }) };
    }
  }
}

/** The ways on from a node, one for each place they lead to; the usual one first. */
function waysOn(node: ProcessNode): Way[] {
  const named = new Map<string, string[]>();
  const add = (to: string, name: string) => named.set(to, [...(named.get(to) ?? []), name]);
  if (node.kind === 'human') {
    for (const action of node.actions) if (action.next !== undefined) add(action.next, action.title);
    if (!named.has(node.next) && !isOptional(node)) add(node.next, node.event === undefined ? '' : '已完成');
  } else if (node.kind === 'automatic' || node.kind === 'waiting') {
    add(node.next, '');
    for (const [outcome, to] of Object.entries(node.outcomes ?? {})) {
      add(to, outcomeNames[outcome] ?? '');
    }
  } else for (const to of successors(node)) add(to, '');
  return [...named].map(([to, names]) => ({ to, name: names.filter(Boolean).join('、') }));
}

/** Gateways and ends are nobody's work: they stand where what leads to them stands. */
function laneOf(node: FlowNode, nodes: readonly FlowNode[], flows: readonly Flow[]): string {
  const seen = new Set<string>();
  let at: FlowNode | undefined = node;
  while (at && at.lane === '' && !seen.has(at.id)) {
    seen.add(at.id);
    const from = flows.find((flow) => flow.to === at?.id)?.from;
    at = nodes.find((each) => each.id === from);
  }
  return at?.lane || '系统';
}
