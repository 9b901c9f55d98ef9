import type { Actor } from './actor.ts';

/** The question line 1 of every service method asks. Answered from roles and offices, which are data. */
export interface Access {
  /** Throws 401 for nobody signed in, 403 for somebody without the permission at the office. */
  require(actor: Actor, permission: string, scope?: { office?: string }): void;
  allows(actor: Actor, permission: string, scope?: { office?: string }): boolean;
  /** Offices at which the actor holds the permission; `*` for all. */
  officesWith(actor: Actor, permission: string): readonly string[];
  /** Fields of a resource hidden from the actor (field hiding as data). */
  hiddenFields(actor: Actor, resource: string): ReadonlySet<string>;
}
