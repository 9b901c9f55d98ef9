import { actInTransaction, type NewParty, openCaseIn } from '@hengchan/casework';
import { onIncoming } from '@hengchan/exchange';
import type { Actor } from '@hengchan/platform';
import { findUnit, registerErrors } from '@hengchan/register';
import { maskIdNumber, nameOf } from '@hengchan/standards';
import { errors } from './errors.ts';
import type { Registration } from './registration.ts';

/** The court's system as the one who opens a case; its requests arrive signed. */
const courtActor: Actor = {
  accountId: 'exchange:court',
  login: 'exchange:court',
  name: '人民法院网络查控',
  kind: 'system',
  grants: [],
};

const businessOf = { seize: 'seizure', renew: 'seizure-renewal', release: 'seizure-release' } as const;

/**
 * 协助执行请求: each becomes a case at the moment it arrives, which is its time of delivery, and goes to the enforcement desk
 * (REG-SEA-05…07). The same request twice is one case: the exchange keeps its number.
 */
export function listenForCourt(registration: Registration): void {
  const { platform, casework, exchange } = registration;
  onIncoming(exchange, 'court', 'execute', async (trx, request) => {
    const { office, unitCode } = request;
    if (!registration.offices.has(office)) throw errors.OFFICE_NOT_FOUND();
    const unit = await findUnit(trx, office, unitCode, { asOf: platform.clock.now() });
    if (!unit) throw registerErrors.UNIT_NOT_FOUND();
    const party = (role: string, person: { name: string; idType: string; idNumber: string }): NewParty => ({
      role,
      name: person.name,
      idType: person.idType,
      idSealed: platform.cipher.seal(person.idNumber),
      idIndex: platform.cipher.index(person.idNumber),
      idMasked: maskIdNumber(person.idNumber),
    });
    const caseNo = await openCaseIn(casework, trx, courtActor, {
      definition: casework.definitions.get(businessOf[request.kind]),
      office,
      channel: 'online',
      form: {
        documentNumber: request.documentNo,
        ...(request.kind === 'release' ? {} : { months: monthsBetween(request.from, request.to) }),
        ...(request.kind === 'seize' ? { caseNumber: request.rulingNo } : {}),
        deliveredAt: platform.clock.now().toISOString(),
        ...(request.originalDocumentNo === undefined
          ? {}
          : { originalDocumentNumber: request.originalDocumentNo }),
      },
      parties: [
        party('authority', { name: request.authority, idType: '99', idNumber: request.authority }),
        ...request.respondents.map((person) => party('respondent', person)),
      ],
      units: [
        {
          code: unitCode,
          location: unit.unit.location,
          area: unit.unit.area,
          use: nameOf('GHYT', unit.unit.use) ?? unit.unit.use,
        },
      ],
    });
    await actInTransaction(casework, trx, courtActor, caseNo, { action: 'submit' });
    return { accepted: true as const, caseNo };
  });
}

/** Whole months from the first to the last day named; three years when no end is named, the most the law allows. */
function monthsBetween(from: string, to: string | undefined): number {
  if (to === undefined) return 36;
  const [fromYear = 0, fromMonth = 0, fromDay = 0] = from.split('-').map(Number);
  const [toYear = 0, toMonth = 0, toDay = 0] = to.split('-').map(Number);
  return Math.max(1, (toYear - fromYear) * 12 + (toMonth - fromMonth) + (toDay > fromDay ? 1 : 0));
}
