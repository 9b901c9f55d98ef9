import type { FieldError } from '@hengchan/platform';
import type { TSchema } from 'typebox';
import { Compile, type Validator } from 'typebox/compile';

const compiled = new WeakMap<TSchema, Validator>();

/** The faults of a value by JSON pointer; empty when it fits. */
export function faultsOf(schema: TSchema, value: unknown): FieldError[] {
  let validator = compiled.get(schema);
  if (!validator) {
    validator = Compile(schema);
    compiled.set(schema, validator);
  }
  if (validator.Check(value)) return [];
  return validator
    .Errors(value)
    .slice(0, 20)
    .map((error) => ({
      path: error.instancePath || '/',
      message: error.message,
    }));
}

/** Throws on a payload that our own code put together wrongly: a fault of ours, not of the peer. */
export function assertFits(schema: TSchema, value: unknown, what: string): void {
  const faults = faultsOf(schema, value);
  if (faults.length > 0) {
    throw new TypeError(
      `${what} does not fit its protocol: ${faults.map((fault) => `${fault.path} ${fault.message}`).join('; ')}`,
    );
  }
}
