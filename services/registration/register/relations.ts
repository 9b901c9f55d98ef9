import { caseworkTables, type Phase, phaseTitles } from '@hengchan/casework';
import type { Actor } from '@hengchan/platform';
import { type Right, type SealedPerson, searchUnits } from '@hengchan/register';
import { formatShare, formatUnitCode } from '@hengchan/standards';
import { errors } from '../errors.ts';
import type { Registration } from '../registration.ts';
import type { RelationEdge, RelationNode, Relations } from '../review-schema.ts';
import { rightItems, rightTitle } from '../wording.ts';
import { viewLineage } from './lineage.ts';
import { permitRead, readUnit } from './read-unit.ts';

const restrictions: readonly Right['kind'][] = ['seizure', 'objection', 'advance-notice', 'lock'];
const mostCases = 30;
const unitsOfHolder = 20;

/** A graph being drawn: a person who holds several rights is one node, known by the place met first. */
interface Drawing {
  nodes: Map<string, RelationNode>;
  edges: RelationEdge[];
  people: Map<string, string>;
}

/**
 * The relations of a unit as a graph: its rights and restrictions, their holders with masked numbers, its cases, and the units it came
 * from or became (REG-AUD-03). For staff who may read the page; looking is recorded.
 */
export async function relationsOf(
  registration: Registration,
  actor: Actor,
  codeText: string,
): Promise<Relations> {
  const permitted = await permitRead(registration, actor, codeText);
  registration.platform.access.require(actor, 'register.read', { office: permitted.office });
  const { state, office, code } = await readUnit(registration, actor, codeText);
  const drawing: Drawing = { nodes: new Map(), edges: [], people: new Map() };
  const centre = addUnit(drawing, code, state.unit.location, true);
  for (const right of state.rights) drawRight(drawing, centre, right);
  const lineage = await viewLineage(registration, office, code);
  for (const each of lineage.predecessors)
    link(drawing, addUnit(drawing, each.code, each.location ?? ''), centre, '前身');
  for (const each of lineage.successors)
    link(drawing, centre, addUnit(drawing, each.code, each.location ?? ''), '后续');
  await drawCases(registration, drawing, centre, office, code);
  return { unit: code, nodes: [...drawing.nodes.values()], edges: drawing.edges };
}

/**
 * What else the holder of a node holds at the office. A search by person, so it needs the permission, a purpose, and is recorded as one.
 * Throws PURPOSE_REQUIRED.
 */
export async function expandHolder(
  registration: Registration,
  actor: Actor,
  codeText: string,
  asked: { holder: string; purpose?: string | undefined; cursor?: string | undefined },
): Promise<Relations> {
  const { platform } = registration;
  const { office } = await permitRead(registration, actor, codeText);
  platform.access.require(actor, 'register.search', { office });
  const purpose = asked.purpose?.trim();
  if (!purpose) throw errors.PURPOSE_REQUIRED({ errors: [{ path: '/purpose', message: '请填写查询目的' }] });
  const { state, code } = await readUnit(registration, actor, codeText);
  const person = personAt(state.rights, asked.holder);
  if (!person) throw errors.HOLDER_NOT_FOUND();
  const page = await searchUnits(platform.database, {
    office,
    holderIndex: person.idIndex,
    limit: unitsOfHolder,
    ...(asked.cursor === undefined ? {} : { cursor: asked.cursor }),
  });
  await platform.audit.recordRead(platform.database, actor, {
    resource: 'register',
    office,
    conditions: { relationsOf: code, holder: person.idMasked, purpose },
    count: page.units.length,
  });
  const drawing: Drawing = { nodes: new Map(), edges: [], people: new Map() };
  for (const unit of page.units) {
    const held = unit.rights.filter((right) =>
      right.holders.some((holder) => holder.idIndex === person.idIndex),
    );
    const node = addUnit(drawing, unit.unit.code, unit.unit.location);
    link(drawing, node, asked.holder, held.map(rightTitle).join('、') || '权利人');
  }
  return {
    unit: code,
    nodes: [...drawing.nodes.values()],
    edges: drawing.edges,
    ...(page.next === undefined ? {} : { nextCursor: page.next }),
  };
}

function drawRight(drawing: Drawing, centre: string, right: Right): void {
  const id = `right:${right.id}`;
  const restriction = restrictions.includes(right.kind);
  drawing.nodes.set(id, {
    id,
    kind: restriction ? 'restriction' : 'right',
    title: rightTitle(right),
    text: rightItems(right)
      .slice(0, 4)
      .map((item) => `${item.label}：${item.value}`)
      .join('；'),
    expandable: false,
  });
  link(drawing, centre, id, restriction ? '限制' : '权利');
  right.holders.forEach((holder, at) => {
    const who = addPerson(drawing, holder, `holder:${right.id}:${at}`);
    link(drawing, id, who, holder.share ? `权利人 ${formatShare(holder.share)}` : '权利人');
  });
  if (right.kind === 'mortgage')
    right.content.debtors.forEach((debtor, at) => {
      link(drawing, id, addPerson(drawing, debtor, `debtor:${right.id}:${at}`), '债务人');
    });
  if (right.kind === 'seizure') {
    const { authority } = right.content;
    const node = `authority:${authority.name}`;
    drawing.nodes.set(node, {
      id: node,
      kind: 'holder',
      title: authority.name,
      text: '查封机关',
      expandable: false,
    });
    link(drawing, id, node, '查封机关');
  }
}

/** The person a node stands for, by right and place; nothing in it says who it is to somebody who may not look. */
function personAt(rights: readonly Right[], node: string): SealedPerson | undefined {
  const [kind, id, at] = node.split(':');
  const right = rights.find((each) => each.id === id);
  if (!right) return undefined;
  if (kind === 'holder') return right.holders[Number(at)];
  return kind === 'debtor' && right.kind === 'mortgage' ? right.content.debtors[Number(at)] : undefined;
}

function addUnit(drawing: Drawing, code: string, location: string, centre = false): string {
  const id = `unit:${code}`;
  drawing.nodes.set(id, {
    id,
    kind: 'unit',
    title: location || formatUnitCode(code),
    text: formatUnitCode(code),
    subject: code,
    expandable: !centre,
  });
  return id;
}

function addPerson(drawing: Drawing, person: SealedPerson, place: string): string {
  const known = drawing.people.get(person.idIndex);
  if (known) return known;
  drawing.people.set(person.idIndex, place);
  drawing.nodes.set(place, {
    id: place,
    kind: 'holder',
    title: person.name,
    text: person.idMasked,
    expandable: true,
  });
  return place;
}

function link(drawing: Drawing, from: string, to: string, title: string): void {
  drawing.edges.push({ from, to, title });
}

async function drawCases(
  { platform, casework }: Registration,
  drawing: Drawing,
  centre: string,
  office: string,
  code: string,
): Promise<void> {
  const rows = await caseworkTables(platform.database)
    .selectFrom('casework.case_unit as u')
    .innerJoin('casework.cases as c', (join) =>
      join.onRef('c.office', '=', 'u.office').onRef('c.no', '=', 'u.case_no'),
    )
    .select(['c.no', 'c.business', 'c.phase', 'c.opened_at'])
    .where('u.office', '=', office)
    .where('u.unit_code', '=', code)
    .where('c.phase', '<>', 'draft')
    .orderBy('c.opened_at', 'desc')
    .limit(mostCases)
    .execute();
  const names = new Map(casework.definitions.list().map((each) => [each.code, each.name]));
  for (const row of rows) {
    const id = `case:${row.no}`;
    drawing.nodes.set(id, {
      id,
      kind: 'case',
      title: names.get(row.business) ?? row.business,
      text: phaseTitles[row.phase as Phase] ?? row.phase,
      subject: row.no,
      expandable: false,
    });
    link(drawing, centre, id, '办件');
  }
}
