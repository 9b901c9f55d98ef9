import type { FlowNode, ProcessFlow } from './flow.ts';
import type { Drawing } from './layout.ts';
import type { Box, Point } from './measures.ts';

const namespaces = {
  'xmlns:bpmn': 'http://www.omg.org/spec/BPMN/20100524/MODEL',
  'xmlns:bpmndi': 'http://www.omg.org/spec/BPMN/20100524/DI',
  'xmlns:dc': 'http://www.omg.org/spec/DD/20100524/DC',
  'xmlns:di': 'http://www.omg.org/spec/DD/20100524/DI',
};
const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (value: string) =>
  value.replaceAll(/[&<>"]/g, (character) => entities[character] ?? character);

type Attributes = Record<string, string | number | boolean | undefined>;

function tag(name: string, attributes: Attributes, ...inside: readonly string[]): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined && value !== '')
    .map(([key, value]) => ` ${key}="${escaped(String(value))}"`)
    .join('');
  const content = inside.join('');
  return content ? `<${name}${written}>${content}</${name}>` : `<${name}${written}/>`;
}

export interface Described {
  code: string;
  version: number;
  name: string;
  /** Said with the process, for those who open it elsewhere. */
  documentation: string;
}

/** The process as BPMN 2.0 with its picture (diagram interchange): one pool, a lane for each who works at it. */
export function writeBpmn(business: Described, flow: ProcessFlow, drawing: Drawing): string {
  const process = `process-${business.code}`;
  const ids = drawing.lanes.map((_, index) => `lane-${index + 1}`);
  const lanes = drawing.lanes.map((lane, index) =>
    tag(
      'bpmn:lane',
      { id: ids[index], name: lane.name },
      ...lane.nodes.map((node) => tag('bpmn:flowNodeRef', {}, node)),
    ),
  );
  const flows = flow.flows.map(({ id, from, to, name }) =>
    tag('bpmn:sequenceFlow', { id, name, sourceRef: from, targetRef: to }),
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n${tag(
    'bpmn:definitions',
    { ...namespaces, id: 'definitions', targetNamespace: 'urn:hengchan:process', exporter: 'Hengchan' },
    tag(
      'bpmn:collaboration',
      { id: 'collaboration' },
      tag('bpmn:participant', { id: 'pool', name: business.name, processRef: process }),
    ),
    tag(
      'bpmn:process',
      { id: process, name: `${business.name}（第 ${business.version} 版）`, isExecutable: false },
      tag('bpmn:documentation', {}, escaped(business.documentation)),
      tag('bpmn:laneSet', { id: 'lanes' }, ...lanes),
      ...flow.nodes.map((node) => element(node, flow)),
      ...flows,
    ),
    diagram(flow, drawing, ids),
  )}\n`;
}

function element(node: FlowNode, { flows }: ProcessFlow): string {
  return tag(
    `bpmn:${node.kind}`,
    { id: node.id, name: node.name },
    ...flows.filter((flow) => flow.to === node.id).map((flow) => tag('bpmn:incoming', {}, flow.id)),
    ...flows.filter((flow) => flow.from === node.id).map((flow) => tag('bpmn:outgoing', {}, flow.id)),
    ...(node.each ? [tag('bpmn:multiInstanceLoopCharacteristics', {})] : []),
    ...(node.terminates ? [tag('bpmn:terminateEventDefinition', { id: `${node.id}.terminates` })] : []),
  );
}

const bounds = (box: Box) => tag('dc:Bounds', { x: box.x, y: box.y, width: box.width, height: box.height });
const waypoint = (point: Point) => tag('di:waypoint', { x: point.x, y: point.y });
const shape = (of: string, box: Box, more: Attributes = {}, ...inside: readonly string[]) =>
  tag('bpmndi:BPMNShape', { id: `${of}.shape`, bpmnElement: of, ...more }, bounds(box), ...inside);

function diagram(flow: ProcessFlow, drawing: Drawing, lanes: readonly string[]): string {
  const shapes = flow.nodes.flatMap((node) => {
    const box = drawing.shapes.get(node.id);
    if (!box) return [];
    return node.kind === 'exclusiveGateway'
      ? [shape(node.id, box, { isMarkerVisible: true }, nameBelow(node, box))]
      : [shape(node.id, box, {}, nameBelow(node, box))];
  });
  const edges = [...drawing.flows].map(([id, { points, label }]) =>
    tag(
      'bpmndi:BPMNEdge',
      { id: `${id}.edge`, bpmnElement: id },
      ...points.map(waypoint),
      ...(label ? [tag('bpmndi:BPMNLabel', {}, bounds(label))] : []),
    ),
  );
  return tag(
    'bpmndi:BPMNDiagram',
    { id: 'diagram' },
    tag(
      'bpmndi:BPMNPlane',
      { id: 'plane', bpmnElement: 'collaboration' },
      shape('pool', drawing.pool, { isHorizontal: true }),
      ...drawing.lanes.map((lane, index) => shape(lanes[index] ?? '', lane.box, { isHorizontal: true })),
      ...shapes,
      ...edges,
    ),
  );
}

/** Names of events and gateways stand below them; steps hold theirs. */
function nameBelow(node: FlowNode, box: Box): string {
  if (node.name === '' || node.kind.endsWith('Task')) return '';
  const width = Math.max(40, node.name.length * 12);
  return tag(
    'bpmndi:BPMNLabel',
    {},
    bounds({ x: box.x + (box.width - width) / 2, y: box.y + box.height + 2, width, height: 14 }),
  );
}
