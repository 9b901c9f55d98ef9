import type { Actor, Platform, Transaction } from '@hengchan/platform';
import type { Deadline } from './deadlines.ts';
import type { BusinessDefinition, Moment } from './definition.ts';
import type { Definitions } from './definitions.ts';
import type { Phase } from './process/graph.ts';
import type { CaseRecord } from './store.ts';

export interface StepContext {
  record: CaseRecord;
  definition: BusinessDefinition;
  /** The step's own id; stable over retries, so it can number outgoing messages. */
  tokenId: string;
  /** What the definition gives the handler of this step. */
  parameters?: Readonly<Record<string, string | number | boolean>>;
}

/**
 * An automatic step. `prepare` runs outside any transaction and may ask other systems;
 * `apply` runs in the transaction that also moves the case on, so the step happens once in effect.
 * Both may run again after a crash. `apply` returns the outcome that names the way out, if it has several.
 */
export interface AutomaticHandler<Prepared = unknown> {
  prepare?(context: StepContext): Promise<Prepared>;
  apply(trx: Transaction, context: StepContext, prepared: Prepared): Promise<string | undefined>;
}

export interface WorkContext extends StepContext {
  actor: Actor;
  data: Record<string, unknown>;
  comment: string | undefined;
}

/** Work done in the transaction of an action, registered by a service under the name definitions use. */
export type ActionWork = (trx: Transaction, context: WorkContext) => Promise<void>;

/** Says how long a step waits; undefined: for ever. Asked when the step is entered. */
export type DeadlineOf = (trx: Transaction, context: StepContext) => Promise<Deadline | undefined>;

/** What a finding must say to the engine; the service that assesses knows more. */
export interface Assessed {
  code: string;
  outcome: 'pass' | 'warn' | 'person' | 'block';
  message: string;
  [extra: string]: unknown;
}

/** What services bring to the engine at composition. The engine itself knows no business. */
export interface CaseworkParts {
  handlers: Record<string, AutomaticHandler<never>>;
  works: Record<string, ActionWork>;
  deadlines?: Record<string, DeadlineOf>;
  /** Evaluates the rules of a moment, keeps the findings, and returns them. */
  assess(
    trx: Transaction,
    record: CaseRecord,
    definition: BusinessDefinition,
    moment: Moment,
  ): Promise<Assessed[]>;
  /** Told in the same transaction when a case ends, whatever the way. */
  closed(trx: Transaction, record: CaseRecord, definition: BusinessDefinition, phase: Phase): Promise<void>;
}

export interface Casework {
  platform: Platform;
  definitions: Definitions;
  parts: CaseworkParts;
}
