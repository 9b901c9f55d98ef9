/** The shapes of the server, taken from the schemas that validate them there. Types only: nothing is bundled. */

export type { FindingView } from '../../../../services/registration/finding-schema.ts';
export type {
  EndedRightView,
  RightView,
  UnitComparison,
  UnitEvent,
  UnitSummary,
  UnitView,
} from '../../../../services/registration/register-schema.ts';
export type {
  ActInput,
  CaseSummary,
  CaseView,
  OpenCaseInput,
  PartyInput,
} from '../../../../services/registration/schema.ts';
export type { TaskView } from '../../../../services/registration/task-schema.ts';

/** An answer that is a list. `nextCursor` is absent on the last page. */
export interface Page<T> {
  items: T[];
  nextCursor?: string;
  total?: number;
}

export interface Citation {
  law: string;
  article?: string;
  verified: boolean;
}

export interface FieldError {
  path: string;
  message: string;
}

/** A ground found by a rule, as it comes with a refusal: only these are promised. */
export interface ProblemFinding {
  code: string;
  title?: string;
  message: string;
  outcome?: string;
  moment?: string;
  citation?: Citation;
  facts?: unknown;
  evaluatedAt?: string;
}

/** A JSON Schema as definitions use it: an object of simple properties with Chinese titles. */
export interface FormSchema {
  type?: string;
  title?: string;
  description?: string;
  required?: string[];
  properties?: Record<string, FormSchema>;
  enum?: (string | number)[];
  const?: unknown;
  anyOf?: FormSchema[];
  oneOf?: FormSchema[];
  items?: FormSchema;
  examples?: unknown[];
  default?: unknown;
  format?: string;
  pattern?: string;
  minimum?: number;
  maximum?: number;
  exclusiveMinimum?: number;
  minLength?: number;
  maxLength?: number;
  minItems?: number;
  maxItems?: number;
  multipleOf?: number;
  /** Unit shown after the field, for example 元. */
  unit?: string;
  [extra: string]: unknown;
}
