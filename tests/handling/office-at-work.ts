import type { CaseView } from '../../services/registration/schema.ts';
import type { Client } from '../support/client.ts';
import { office } from '../support/office.ts';
import { person, type TestPerson } from '../support/people.ts';
import { party } from '../support/situations.ts';
import type { Clerk, Stage } from '../support/town/stage.ts';
import { walk } from '../support/walk.ts';

/** The owner whose certificate was lost. */
export const owner = person(11);
export const objector = person(12);
export const another = person(13);

export const clerk = (login: string, role: Clerk['role']): Clerk => ({ login, role });

/** Applies for the reissue of a lost certificate and carries it to where it waits for its notice, or as told. */
export async function lossAt(
  stage: Stage,
  status = 'noticing',
  who: TestPerson = owner,
): Promise<{ caseNo: string; unit: string }> {
  const client = await stage.as(who);
  const { code: unit } = await stage.home(who);
  const opened = await client.post<CaseView>('/api/cases', {
    business: 'per-certificate-replacement',
    office,
    units: [unit],
    parties: [party('holder', who)],
    form: { reason: '遗失补证' },
  });
  if (opened.status !== 201) throw new Error(`${opened.status} ${JSON.stringify(opened.body)}`);
  const { caseNo } = opened.body;
  const actors = [client, ...(status === 'accepting' ? [] : [await stage.as('acceptor')])];
  await walk(caseNo, actors, [], 60, {
    idle: () => stage.town.pump(),
    until: (view) => view.status === status,
  });
  await stage.town.pump();
  return { caseNo, unit };
}

/** Lets time pass up to a moment; sessions are over then, so everybody signs in again. */
export async function passTo(stage: Stage, moment: Date): Promise<void> {
  stage.clock.set(moment);
  await stage.town.pump();
}

/** Somebody signed in after a long time. */
export async function again(stage: Stage, who: TestPerson | Clerk | Clerk['role']): Promise<Client> {
  await stage.as(who);
  return stage.signInAgain(typeof who === 'string' ? who : who.login);
}

export const noticeOf = (view: CaseView) => {
  const [notice] = view.notices;
  if (!notice) throw new Error('the case has no notice');
  return notice;
};
