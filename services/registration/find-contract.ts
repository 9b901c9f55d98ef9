import type { BusinessDefinition } from '@hengchan/casework';
import { callService } from '@hengchan/exchange';
import type { FiledContract } from '@hengchan/exchange/departments';
import { type Actor, platformErrors } from '@hengchan/platform';
import Type, { type Static } from 'typebox';
import { errors } from './errors.ts';
import type { Registration } from './registration.ts';

export const FoundContractSchema = Type.Object(
  {
    outcome: Type.Unsafe<'found' | 'not-found' | 'unverified'>(
      Type.String({
        title: 'found 已取得；not-found 住建部门没有；unverified 没有答复，请手工填写',
        enum: ['found', 'not-found', 'unverified'],
      }),
    ),
    text: Type.String({ title: '说明' }),
    source: Type.String({ title: '来源' }),
    contract: Type.Optional(
      Type.Object({
        number: Type.String({ title: '合同编号' }),
        unit: Type.String({ title: '不动产单元代码' }),
        price: Type.String({ title: '价款（元）' }),
        signedOn: Type.String({ title: '签订日期' }),
        status: Type.String({ title: '备案状态' }),
        parties: Type.Array(
          Type.Object({
            role: Type.String(),
            name: Type.String(),
            idType: Type.String(),
            idNumber: Type.String(),
          }),
        ),
      }),
    ),
  },
  { $id: 'FoundContract', title: '网签备案信息' },
);

type Found = Static<typeof FoundContractSchema>;
type Contract = Static<typeof FiledContract>;

const source = '住房城乡建设部门';
const unread: Found = {
  outcome: 'unverified',
  source,
  text: '住房城乡建设部门没有答复，请手工填写；受理后系统会再次核验。',
};
const unknown: Found = {
  outcome: 'not-found',
  source,
  text: '住房城乡建设部门没有您可以使用的这份合同，请核对编号，或手工填写。',
};

interface ContractQuery {
  business: string;
  office: string;
  number: string;
}

/**
 * A contract that is filed already, to fill an application in with (ONL-HCD-03, REG-ACC-06). Staff of the office may take any; somebody else
 * only one they, or the body they act for, signed: of any other nobody learns that it exists. That somebody looked is recorded. A department
 * that does not answer keeps nobody from filling the application in by hand. Throws INVALID_REQUEST, OFFICE_NOT_FOUND.
 */
export async function findContract(
  registration: Registration,
  actor: Actor,
  { business, office, number }: ContractQuery,
): Promise<Found> {
  const { platform, casework, exchange, offices } = registration;
  platform.access.require(actor, 'case.create', actor.kind === 'staff' ? { office } : {});
  if (!offices.has(office))
    throw errors.OFFICE_NOT_FOUND({ errors: [{ path: '/office', message: '没有这个登记机构' }] });
  const definition = casework.definitions.get(business);
  if (!definition.facts.some(({ question }) => question === 'contract'))
    throw platformErrors.INVALID_REQUEST({
      errors: [{ path: '/business', message: '该业务不依据网签备案的合同' }],
    });
  const asked = await callService(
    exchange,
    'housing',
    'find-contract',
    { office, contractNo: number.trim() },
    { office },
  );
  if (asked.outcome !== 'answered') return unread;
  const found = asked.data.contracts.find(
    (each) => each.contractNo === number.trim() && each.status === 'filed',
  );
  const may = found && (actor.kind === 'staff' || isParty(registration, actor, found));
  await platform.audit.recordRead(platform.database, actor, {
    resource: 'contract',
    office,
    subject: number.trim(),
    conditions: { contract: number.trim() },
    count: may ? 1 : 0,
  });
  if (!found || !may) return unknown;
  return {
    outcome: 'found',
    source,
    text: '已按网签备案带入，请核对。',
    contract: viewContract(definition, found),
  };
}

function isParty({ platform }: Registration, actor: Actor, { sellers, buyers }: Contract): boolean {
  const own = [actor.idIndex, actor.organisation?.idIndex].filter((index) => index !== undefined);
  return [...sellers, ...buyers].some(({ idNumber }) => own.includes(platform.cipher.index(idNumber)));
}

function viewContract(definition: BusinessDefinition, contract: Contract): NonNullable<Found['contract']> {
  const roleOf = (...codes: string[]) =>
    codes.find((code) => definition.parties.some(({ role }) => role === code)) ?? '';
  const people = (role: string, given: Contract['sellers']) =>
    role === '' ? [] : given.map(({ name, idType, idNumber }) => ({ role, name, idType, idNumber }));
  return {
    number: contract.contractNo,
    unit: contract.unitCode,
    price: (contract.price / 100).toFixed(2),
    signedOn: contract.signedOn,
    status: '已备案',
    parties: [
      ...people(roleOf('transferor', 'obligor'), contract.sellers),
      ...people(roleOf('transferee', 'claimant'), contract.buyers),
    ],
  };
}
