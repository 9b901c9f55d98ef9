import { type Actor, type Mark, markedName } from '@hengchan/platform';

/** The name a file leaves under: a copy taken by staff carries its mark, what somebody handed in comes back to them as they named it. */
export const nameFor = (actor: Actor, mark: Mark, name: string): string =>
  actor.kind === 'staff' ? markedName(mark, name) : name;
