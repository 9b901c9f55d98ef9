import { expect, test } from 'vitest';
import { oneOfEachKind } from './accounts.ts';

const staff = (account: string, role: string) => ({
  account,
  password: '',
  name: '',
  kind: 'staff',
  roles: [{ role, office: '320402' }],
});
const citizen = (account: string) => ({ account, password: '', name: '', kind: 'person', roles: [] });

test('the terminal shows one account of each kind and a few citizens, not all of them', () => {
  const items = [
    staff('acceptor1', 'acceptor'),
    staff('acceptor2', 'acceptor'),
    staff('reviewer1', 'reviewer'),
    staff('surveyor1', 'surveyor'),
    ...Array.from({ length: 9 }, (_, index) => citizen(`citizen${index}`)),
    citizen('buyer1'),
    { ...citizen('bank1'), kind: 'organisation', organisation: { name: '甲银行', kind: 'bank' } },
    { ...citizen('bank2'), kind: 'organisation', organisation: { name: '乙银行', kind: 'bank' } },
  ];
  expect(oneOfEachKind(items).map(({ account }) => account)).toEqual([
    'acceptor1',
    'reviewer1',
    'citizen0',
    'citizen1',
    'citizen2',
    'citizen3',
    'buyer1',
    'bank1',
  ]);
});
