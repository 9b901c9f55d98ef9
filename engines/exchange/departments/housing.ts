import { Type } from 'typebox';
import { defineService, outgoing } from '../service.ts';
import { Area, DateText, Identity, Moment, Origin, PositiveFen, Reference, UnitCode } from './common.ts';
import { notice } from './notice.ts';

const ContractBody = {
  kind: Type.Enum(['resale', 'new-home'], {
    description: 'resale 存量房买卖；new-home 商品房买卖',
  }),
  unitCode: UnitCode,
  sellers: Type.Array(Identity, { minItems: 1, maxItems: 50 }),
  buyers: Type.Array(Identity, { minItems: 1, maxItems: 50 }),
  price: PositiveFen,
  area: Area,
  signedOn: DateText,
};

export const FiledContract = Type.Object({
  contractNo: Reference,
  ...ContractBody,
  filedAt: Moment,
  status: Type.Enum(['filed', 'registered', 'cancelled'], {
    description: 'filed 已备案；registered 已办登记；cancelled 已撤销',
  }),
});

export const housing = defineService({
  code: 'housing',
  title: '网签备案',
  department: '住房城乡建设',
  operations: {
    'find-contract': outgoing(
      '网签备案查询',
      Type.Object({
        ...Origin,
        contractNo: Type.Optional(Reference),
        unitCode: Type.Optional(UnitCode),
      }),
      Type.Object({ contracts: Type.Array(FiledContract, { maxItems: 50 }) }),
      { timeoutMs: 3_000 },
    ),
    'file-contract': outgoing('网签备案', Type.Object({ ...Origin, ...ContractBody }), FiledContract),
    'cancel-contract': outgoing('撤销备案', Type.Object({ ...Origin, contractNo: Reference }), FiledContract),
    notice,
  },
});
