import type { CaseView } from '../../services/registration/schema.ts';
import { type Client, pixel } from './client.ts';

/** A form or action schema as the API gives it. */
interface DataSchema {
  required?: string[];
  properties?: Record<string, { examples?: unknown[]; default?: unknown }>;
}

/** Fills a form with the examples its definition gives; `all` fills the optional fields too. */
export function fillFromExamples(schema: DataSchema, all = false): Record<string, unknown> {
  const filled: Record<string, unknown> = {};
  for (const [name, property] of Object.entries(schema.properties ?? {})) {
    if (!all && !schema.required?.includes(name)) continue;
    const example = property.examples?.[0];
    if (example === undefined) throw new Error(`field ${name} has no example`);
    filled[name] = example;
  }
  return filled;
}

const ends = ['completed', 'declined', 'refused', 'withdrawn', 'cancelled'];

export interface WalkOptions {
  /** Done when nobody could do anything: by default waits a moment for what other processes do. */
  idle?: () => Promise<unknown>;
  /** Stops here, before the end. */
  until?: (view: CaseView) => boolean;
}

/**
 * Carries a case to its end knowing nothing of the business: gives the materials it asks for and takes, for whoever's turn it is,
 * the primary action it offers. `prefer` names actions to take instead when they are offered.
 */
export async function walk(
  caseNo: string,
  actors: readonly Client[],
  prefer: readonly string[] = [],
  seconds = 60,
  { idle = () => new Promise((resolve) => setTimeout(resolve, 60)), until = () => false }: WalkOptions = {},
): Promise<CaseView> {
  const end = Date.now() + seconds * 1000;
  const taken: string[] = [];
  for (;;) {
    let moved = false;
    for (const actor of actors) {
      const answer = await actor.get<CaseView>(`/api/cases/${caseNo}`);
      if (answer.status === 401) throw new Error(`somebody on ${caseNo} is not signed in any more`);
      if (answer.status !== 200) continue;
      const view = answer.body;
      if (ends.includes(view.status) || until(view)) return view;
      const action =
        view.availableActions.find((each) => prefer.includes(each.action)) ??
        view.availableActions.find((each) => each.style === 'primary');
      if (!action || (action.action === 'pay' && taken.includes('pay'))) continue;
      if (action.by === 'applicant') await giveMaterials(actor, view);
      const data = action.data ? fillFromExamples(action.data as DataSchema) : undefined;
      const done = await actor.act(
        caseNo,
        action.action,
        data,
        action.comment === 'none' ? undefined : '情况属实，同意办理',
      );
      if (done.status !== 200)
        throw new Error(`${action.action} on ${caseNo}: ${done.status} ${JSON.stringify(done.body)}`);
      taken.push(action.action);
      moved = true;
    }
    if (Date.now() > end) throw new Error(`case ${caseNo} does not end; taken: ${taken.join(', ')}`);
    if (!moved) await idle();
  }
}

async function giveMaterials(actor: Client, view: CaseView): Promise<void> {
  for (const material of view.materials) {
    if (!material.required || material.status !== 'missing') continue;
    const given = await actor.upload(view.caseNo, material.code, pixel, `${material.title}.png`);
    if (given.status !== 200)
      throw new Error(`${material.code}: ${given.status} ${JSON.stringify(given.body)}`);
  }
}
