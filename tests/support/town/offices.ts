import type { AnswerTo, RequestTo } from '@hengchan/exchange';
import { toShanghaiDate } from '@hengchan/standards';
import type { Desk, Work } from './desk.ts';

type Contract = AnswerTo<'housing', 'file-contract'>;

/** Departments that only answer or are only told: police, civil affairs, market, housing, treasury, court, utilities. */
export function makeOffices(desk: Desk): Record<string, Work> {
  const contracts: Contract[] = [];
  const checked = () => ({ reference: `C${desk.next('check')}`, checkedAt: desk.now().toISOString() });
  const notice = () => ({ received: true, receiptNo: `R${desk.next('receipt')}` });
  const notices = ['police', 'civil', 'market', 'housing', 'tax', 'bank', 'finance'].concat(
    ...['fund', 'power', 'water', 'gas', 'broadcast'],
  );
  return {
    'police/check-identity': () => ({
      result: 'match',
      resultText: '一致',
      status: 'normal',
      ...checked(),
    }),
    'civil/check-marriage': () => ({ result: 'match', resultText: '未婚', status: 'single', ...checked() }),
    'market/check-enterprise': ({ name, creditCode }: RequestTo<'market', 'check-enterprise'>) => ({
      result: 'match',
      resultText: '一致',
      enterprise: {
        name,
        creditCode,
        kind: '有限责任公司',
        legalRepresentative: '未登记',
        establishedOn: '2010-01-01',
        status: 'active',
      },
      ...checked(),
    }),
    'housing/find-contract': ({ unitCode, contractNo }: RequestTo<'housing', 'find-contract'>) => ({
      contracts: contracts
        .filter((each) => each.unitCode === unitCode || each.contractNo === contractNo)
        .slice(-50),
    }),
    'housing/file-contract': (asked: RequestTo<'housing', 'file-contract'>) => {
      const { office: _office, caseNo: _caseNo, ...body } = asked;
      const now = desk.now();
      const contractNo = `CZ${toShanghaiDate(now).slice(0, 4)}-${desk.next('contract')}`;
      const contract: Contract = { contractNo, ...body, filedAt: now.toISOString(), status: 'filed' };
      contracts.push(contract);
      return contract;
    },
    'finance/issue-bill': () => ({
      billCode: '32060126',
      billNo: desk.next('bill'),
      checkCode: 'abc123',
      issuedAt: desk.now().toISOString(),
    }),
    'finance/void-bill': ({ billNo }: RequestTo<'finance', 'void-bill'>) => ({
      billNo,
      redBillNo: desk.next('bill'),
      issuedAt: desk.now().toISOString(),
    }),
    'court/receipt': notice,
    ...Object.fromEntries(notices.map((code) => [`${code}/notice`, notice])),
  };
}
