import type { BusinessDefinition } from './definition.ts';
import { errors } from './errors.ts';
import { checkProcess } from './process/check.ts';

/** The businesses in force, every version of each: a running case stays on the version it began with. */
export interface Definitions {
  /** The newest version; throws BUSINESS_NOT_FOUND. */
  get(code: string): BusinessDefinition;
  /** A version a case runs on; its absence is a fault of the installation. */
  version(code: string, version: number): BusinessDefinition;
  list(): readonly BusinessDefinition[];
  /** Every version of a business, the first first; throws BUSINESS_NOT_FOUND. */
  versions(code: string): readonly BusinessDefinition[];
}

/** Checks every definition once at start; a broken one stops the process with what is wrong. */
export function makeDefinitions(all: readonly BusinessDefinition[]): Definitions {
  const newest = new Map<string, BusinessDefinition>();
  const byVersion = new Map<string, BusinessDefinition>();
  for (const definition of all) {
    const faults = checkProcess(definition.process);
    if (faults.length > 0) throw new Error(`${definition.code} v${definition.version}: ${faults.join('; ')}`);
    const key = `${definition.code}/${definition.version}`;
    if (byVersion.has(key)) throw new Error(`two definitions of ${key}`);
    byVersion.set(key, definition);
    const known = newest.get(definition.code);
    if (!known || known.version < definition.version) newest.set(definition.code, definition);
  }
  const more = [...newest.keys()].flatMap((code) => asksForMore(all.filter((each) => each.code === code)));
  if (more.length > 0) throw new Error(more.join('; '));
  return {
    get(code) {
      const found = newest.get(code);
      if (!found) throw errors.BUSINESS_NOT_FOUND();
      return found;
    },
    version(code, version) {
      const found = byVersion.get(`${code}/${version}`);
      if (!found) throw new Error(`definition ${code} v${version} is not installed`);
      return found;
    },
    list: () => [...newest.values()],
    versions(code) {
      if (!newest.has(code)) throw errors.BUSINESS_NOT_FOUND();
      return all.filter((each) => each.code === code).toSorted((left, right) => left.version - right.version);
    },
  };
}

/**
 * 材料只减不增、流程只优不增 (REG-GEN-01, REG-GEN-03): what later versions of a business ask for beyond the one before. A version that
 * does is not published.
 */
export function asksForMore(versions: readonly BusinessDefinition[]): string[] {
  const ordered = [...versions].sort((left, right) => left.version - right.version);
  return ordered.slice(1).flatMap((later, index) => {
    const earlier = ordered[index] as BusinessDefinition;
    const required = (definition: BusinessDefinition) =>
      definition.materials.filter((material) => material.required);
    const known = new Set(required(earlier).map((material) => material.code));
    const added = required(later).filter((material) => !known.has(material.code));
    const name = `${later.code} v${later.version}`;
    const faults =
      added.length > 0
        ? [`${name} 比 v${earlier.version} 多要材料：${added.map((material) => material.title).join('、')}`]
        : [];
    const steps = (definition: BusinessDefinition) =>
      definition.process.nodes.filter((node) => node.kind === 'human').length;
    if (steps(later) > steps(earlier))
      faults.push(`${name} 比 v${earlier.version} 多 ${steps(later) - steps(earlier)} 个环节`);
    return faults;
  });
}
