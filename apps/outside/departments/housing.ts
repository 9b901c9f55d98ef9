import { FiledContract } from '@hengchan/exchange/departments';
import { toShanghaiDate } from '@hengchan/standards';
import Type, { type Static } from 'typebox';
import { Compile } from 'typebox/compile';
import { dataFile } from '../house/data-file.ts';
import { type Department, type Desk, Refusal } from '../house/department.ts';
import { keepNotice } from './notices.ts';

type Contract = Static<typeof FiledContract>;

const Contracts = Type.Object({
  version: Type.Literal(1),
  contracts: Type.Array(Type.Omit(FiledContract, ['filedAt', 'status'])),
});

/** What is enough at the counter; the rest is filled in. */
const CounterContract = Compile(
  Type.Object({
    unitCode: FiledContract.properties.unitCode,
    sellers: FiledContract.properties.sellers,
    buyers: FiledContract.properties.buyers,
    kind: Type.Optional(FiledContract.properties.kind),
    price: Type.Optional(FiledContract.properties.price),
    area: Type.Optional(FiledContract.properties.area),
    signedOn: Type.Optional(FiledContract.properties.signedOn),
  }),
);

/** 住建：网签备案. Contracts from contracts.json and from what is filed here. */
export function housing(dataFolder: string): Department<'housing'> {
  const seeded = dataFile(dataFolder, 'contracts.json', Contracts);
  /** A contract of the file counts as filed when it is first asked about. */
  const numbered = (desk: Desk<'housing'>, contractNo: string): Contract | undefined => {
    const known = desk.store.get<Contract>('contract', contractNo);
    const furnished = known ? undefined : seeded()?.contracts.find((each) => each.contractNo === contractNo);
    if (!furnished) return known;
    return keep(desk, { ...furnished, filedAt: desk.now().toISOString(), status: 'filed' });
  };
  const ofUnit = (desk: Desk<'housing'>, unitCode: string): Contract[] => {
    for (const each of seeded()?.contracts ?? [])
      if (each.unitCode === unitCode) numbered(desk, each.contractNo);
    return desk.store.ofUnit<Contract>('contract', unitCode);
  };
  return {
    code: 'housing',
    title: '住房城乡建设',
    operations: {
      'find-contract'(desk, { contractNo, unitCode }) {
        const contracts =
          contractNo === undefined
            ? ofUnit(desk, unitCode ?? '').filter(({ status }) => status !== 'cancelled')
            : [numbered(desk, contractNo)].filter((contract) => contract !== undefined);
        return { contracts: contracts.slice(-50) };
      },
      'file-contract': (desk, { office: _office, caseNo: _caseNo, ...body }) =>
        file(desk, ofUnit(desk, body.unitCode), body),
      'cancel-contract'(desk, { contractNo }) {
        const contract = numbered(desk, contractNo);
        if (!contract) throw new Refusal('CONTRACT_NOT_FOUND', '没有这份合同', 404);
        if (contract.status === 'registered')
          throw new Refusal('CONTRACT_REGISTERED', '合同已办理登记，不能撤销');
        return keep(desk, { ...contract, status: 'cancelled' });
      },
      notice(desk, told) {
        const contract = told.contractNo === undefined ? undefined : numbered(desk, told.contractNo);
        if (contract && told.kind === 'registered') keep(desk, { ...contract, status: 'registered' });
        return keepNotice(desk, told);
      },
    },
    counter: {
      contracts(desk, body) {
        if (!CounterContract.Check(body)) {
          throw new Refusal(
            'BAD_ORDER',
            `合同内容有误：${CounterContract.Errors(body)[0]?.instancePath}`,
            400,
          );
        }
        const contracts = ofUnit(desk, body.unitCode);
        const live = contracts.find(({ status }) => status === 'filed');
        // At the counter the newest bargain wins, so that a drill can be repeated on the same home.
        if (live) keep(desk, { ...live, status: 'cancelled' });
        const others = contracts.filter((each) => each !== live);
        const today = toShanghaiDate(desk.now());
        return file(desk, others, {
          kind: 'resale',
          price: 200_000_000,
          area: '100',
          signedOn: today,
          ...body,
        });
      },
    },
  };
}

function file(
  desk: Desk<'housing'>,
  ofUnit: readonly Contract[],
  body: Omit<Contract, 'contractNo' | 'filedAt' | 'status'>,
): Contract {
  if (ofUnit.some(({ status }) => status === 'filed')) {
    throw new Refusal('UNIT_ALREADY_CONTRACTED', '该房屋已有未办结的备案合同');
  }
  const filedAt = desk.now().toISOString();
  const number = String(desk.store.next(`contract-${filedAt.slice(0, 4)}`)).padStart(7, '0');
  return keep(desk, { contractNo: `WQ${filedAt.slice(0, 4)}${number}`, ...body, filedAt, status: 'filed' });
}

function keep(desk: Desk<'housing'>, contract: Contract): Contract {
  desk.store.put('contract', contract.contractNo, contract);
  return contract;
}
