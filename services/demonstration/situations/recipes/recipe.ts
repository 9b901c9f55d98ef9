import type { BusinessDefinition } from '@hengchan/casework';
import type { Casting, CastParty, Preferences } from '../casting.ts';
import type { Stage } from '../stage.ts';

/** What a recipe prepared: the case to be. */
export interface Scene {
  /** Codes, in the order of the case. */
  readonly units: readonly string[];
  readonly parties: readonly CastParty[];
  /** What is known better than the form's examples; fields the form does not have are left out. */
  readonly form?: Readonly<Record<string, unknown>>;
  /** How many entries the case makes; as many as it has units and effects where left out. */
  readonly entries?: number;
}

/** Puts the register and the survey into the state a business needs, through the register's own effects. */
export interface Recipe {
  /** Kinds of members that play certain roles; `definition` tells variants apart. */
  readonly prefers?: (definition: BusinessDefinition) => Preferences;
  prepare(stage: Stage, definition: BusinessDefinition, casting: Casting): Promise<Scene>;
}
