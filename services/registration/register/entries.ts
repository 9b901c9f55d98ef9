import { getCases, isParty } from '@hengchan/casework';
import { exportBundle, findLeaves } from '@hengchan/evidence';
import { type Actor, platformErrors } from '@hengchan/platform';
import { effectDefinitions, entryText, getEntry } from '@hengchan/register';
import { errors } from '../errors.ts';
import type { Registration } from '../registration.ts';
import { readUnit } from './read-unit.ts';
import { withoutSealed } from './view-right.ts';

/** One entry of the register, for those who may read its unit. */
export async function viewEntry(registration: Registration, actor: Actor, office: string, number: number) {
  if (actor.kind === 'anonymous') throw platformErrors.UNAUTHENTICATED();
  const entry = await getEntry(registration.platform.database, office, number);
  await readUnit(registration, actor, entry.unit);
  return {
    office,
    number,
    unit: entry.unit,
    caseNo: entry.caseNo,
    business: entry.business,
    effect: entry.effect.type,
    title: effectDefinitions[entry.effect.type].title,
    content: withoutSealed(entry.effect) as Record<string, unknown>,
    registrar: entry.registrar,
    mode: entry.mode,
    enteredAt: entry.enteredAt.toISOString(),
    previousHash: entry.previousHash,
    hash: entry.hash,
  };
}

/** The proof that an entry is in the office's evidence log, checkable without this platform. */
export async function proveEntry(registration: Registration, actor: Actor, office: string, number: number) {
  if (actor.kind === 'anonymous') throw platformErrors.UNAUTHENTICATED();
  const { database, audit } = registration.platform;
  const entry = await getEntry(database, office, number);
  if (!(await tookPart(registration, actor, entry.caseNo))) await readUnit(registration, actor, entry.unit);
  const [leaf] = await findLeaves(database, office, 'entry', String(number));
  if (!leaf || leaf.index === undefined) throw errors.PROOF_NOT_READY();
  await audit.write(database, actor, { action: 'evidence.take', subject: `${office}/${number}`, office });
  const record = entryText({ ...entry, effect: entry.effectText });
  return exportBundle(database, office, leaf.index, registration.evidenceKeys(), record);
}

/** Who took part in the case keeps the proof of its entry, also after the right went to somebody else. */
async function tookPart(registration: Registration, actor: Actor, caseNo: string): Promise<boolean> {
  const [record] = await getCases(registration.platform.database, [caseNo]);
  return record?.parties.some((party) => isParty(actor, party)) ?? false;
}
