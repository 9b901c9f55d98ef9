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
  };
}
