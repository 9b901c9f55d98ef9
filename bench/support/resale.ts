import { setTimeout as wait } from 'node:timers/promises';
import type { CaseView } from '../../services/registration/schema.ts';
import type { Deal } from './city.ts';
import { type BenchClient, clientOf } from './client.ts';
import { tokenOf } from './sessions.ts';

/** How long people look away before they look again whether it is their turn: the portal's pages look every four seconds. */
const lookAgainMilliseconds = 1_000;
const patienceMilliseconds = 60_000;

/** The main job: a resale home changes hands, from the application to the certificate, as its people would do it. */
export async function resell(address: string, office: string, deal: Deal): Promise<string> {
  const as = (login: string) => clientOf(address, tokenOf(login), `deal-${deal.number}`);
  const [seller, buyer] = [as(deal.seller.login), as(deal.buyer.login)];
  const party = (role: string, { name, idType, idNumber }: Deal['seller']) => ({
    role,
    name,
    idType,
    idNumber,
  });
  const { caseNo } = await seller.post<CaseView>('/api/cases', {
    business: 'resale-transfer',
    office,
    units: [deal.unit],
    parties: [party('transferor', deal.seller), party('transferee', deal.buyer)],
    form: { price: '1280000.00', coOwnership: '0' },
  });
  const take = async (who: BenchClient, action: string, data?: object) => {
    await until(who, caseNo, (view) => view.availableActions.some((each) => each.action === action));
    return who.post<CaseView>(`/api/cases/${caseNo}/actions`, { action, ...(data ? { data } : {}) });
  };
  await take(seller, 'submit');
  await take(seller, 'confirm', { understood: true });
  await take(buyer, 'confirm', { understood: true });
  await take(as('acceptor'), 'accept');
  await take(as('reviewer'), 'approve-review');
  await take(buyer, 'pay', { method: 'quick' });
  await take(as('approver'), 'approve');
  await until(buyer, caseNo, (view) => view.status === 'completed');
  return caseNo;
}

async function until(who: BenchClient, caseNo: string, holds: (view: CaseView) => boolean): Promise<void> {
  const end = performance.now() + patienceMilliseconds;
  for (;;) {
    const view = await who.get<CaseView>(`/api/cases/${caseNo}`);
    if (holds(view)) return;
    if (performance.now() > end) throw new Error(`case ${caseNo} stayed at ${view.status}`);
    await wait(lookAgainMilliseconds);
  }
}
