import { type BusinessDefinition, nodeOf, type ProcessNode, successors } from '@hengchan/casework';
import { describeFees } from '@hengchan/payment';
import { toShanghaiDate } from '@hengchan/standards';
import { byWhom } from './by-whom.ts';
import { groupOf } from './directory/describe-line.ts';
import type { Registration } from './registration.ts';

/** A definition in the list. */
export function summariseBusiness(definition: BusinessDefinition) {
  return {
    code: definition.code,
    version: definition.version,
    name: definition.name,
    summary: definition.summary,
    audience: definition.audience,
    registrationType: definition.registrationType,
    ...(definition.place ? { list: definition.place.list, number: definition.place.number } : {}),
    group: groupOf(definition),
    entrances: [...definition.entrances],
    channels: [...definition.channels],
    keywords: [...definition.keywords],
    promisedDays: definition.limit.workingDays,
    statutoryDays: definition.limit.statutoryWorkingDays,
    materialCount: definition.materials.filter((material) => material.required).length,
    stepCount: definition.process.nodes.filter((node) => node.kind === 'human').length,
    taxed: definition.taxed,
    outcome: definition.outcome,
  };
}

/** Everything a guide, a form or a program needs to carry a business through. */
export function describeBusiness(
  { rulebook, platform, casework }: Registration,
  definition: BusinessDefinition,
) {
  const shown = definition.process.nodes.filter(
    (node): node is Extract<ProcessNode, { title: string }> => 'title' in node,
  );
  return {
    ...summariseBusiness(definition),
    effectiveFrom: definition.effectiveFrom,
    versions: casework.definitions.versions(definition.code).map((each) => each.version),
    laws: definition.laws,
    units: definition.units,
    form: definition.form,
    parties: definition.parties.map((role) => ({ ...role, kinds: [...role.kinds] })),
    materials: definition.materials.map(({ accept, ...material }) => ({ ...material, accept: [...accept] })),
    facts: definition.facts.map(({ kind, title, source }) => ({ kind, title, source })),
    steps: shown
      .filter((node) => node.kind !== 'end')
      .map((node) => ({
        id: node.id,
        title: node.title,
        kind: node.kind,
        phase: node.phase,
        by: byWhom(node),
        actions: node.kind === 'human' ? node.actions.map(({ action, title }) => ({ action, title })) : [],
      })),
    process: {
      start: definition.process.start,
      nodes: definition.process.nodes.map((node) => ({
        id: node.id,
        kind: node.kind,
        title: 'title' in node ? node.title : '',
      })),
      edges: definition.process.nodes.flatMap((node) =>
        [...new Set(successors(nodeOf(definition.process, node.id)))].map((to) => ({ from: node.id, to })),
      ),
    },
    rules: definition.rules.flatMap(({ rule: code, moments, parameters }) => {
      const rule = rulebook.find(code);
      return rule
        ? [
            {
              code,
              title: rule.title,
              version: rule.version,
              moments: [...moments],
              outcome: rule.weight,
              citation: rule.citation,
              text: rule.text,
              message: rule.message,
              parameters: { ...rule.parameters, ...parameters },
            },
          ]
        : [];
    }),
    limit: definition.limit,
    fees:
      definition.fee === undefined ? [] : describeFees(definition.fee, toShanghaiDate(platform.clock.now())),
  };
}
