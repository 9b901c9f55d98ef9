import type { BusinessDefinition, Definitions, ProcessGroup } from '@hengchan/casework';
import type { Actual } from '@hengchan/insight';

/** Registration types (DJLX) as the groups of the table, for businesses that stand in no list. */
const groupOfType: Record<string, ProcessGroup> = {
  '100': '首次',
  '200': '转移',
  '300': '变更',
  '400': '注销',
  '700': '预告',
};

/** The group a business is shown in. */
export const groupOf = (definition: BusinessDefinition): ProcessGroup =>
  definition.place?.group ?? groupOfType[definition.registrationType] ?? '其他';

const required = (definition: BusinessDefinition): number =>
  definition.materials.filter((material) => material.required).length;
const steps = (definition: BusinessDefinition): number =>
  definition.process.nodes.filter((node) => node.kind === 'human').length;

/** One definition in the directory: what it promises, against its first version and against the law (REG-GEN-01…03). */
export function describeLine(definitions: Definitions, definition: BusinessDefinition) {
  const versions = definitions.versions(definition.code);
  const earlier = versions.at(-2);
  const { workingDays, statutoryWorkingDays } = definition.limit;
  return {
    code: definition.code,
    name: definition.name,
    version: definition.version,
    versions: versions.map((each) => each.version),
    effectiveFrom: definition.effectiveFrom,
    ...(definition.place ? { list: definition.place.list, number: definition.place.number } : {}),
    group: groupOf(definition),
    entrances: [...definition.entrances],
    channels: [...definition.channels],
    stepCount: steps(definition),
    materialCount: required(definition),
    ruleCount: definition.rules.length,
    promisedDays: workingDays,
    statutoryDays: statutoryWorkingDays,
    /** How much shorter the promise is than the law allows, 0 to 1. */
    shortened: statutoryWorkingDays === 0 ? 0 : 1 - workingDays / statutoryWorkingDays,
    ...(earlier
      ? {
          earlier: {
            version: earlier.version,
            promisedDays: earlier.limit.workingDays,
            materialCount: required(earlier),
            stepCount: steps(earlier),
          },
        }
      : {}),
    outcome: definition.outcome,
  };
}

export type DirectoryLine = ReturnType<typeof describeLine> & { actual?: Actual };
