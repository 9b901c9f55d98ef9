import { Type } from 'typebox';
import { defineService, outgoing } from '../service.ts';
import { CaseNo, Moment, Origin, PositiveFen, Reference, Text } from './common.ts';
import { notice } from './notice.ts';

export const finance = defineService({
  code: 'finance',
  title: '非税收入电子票据',
  department: '财政',
  operations: {
    'issue-bill': outgoing(
      '开具非税电子票据',
      Type.Object({
        ...Origin,
        caseNo: CaseNo,
        orderNo: Reference,
        payer: Text,
        items: Type.Array(Type.Object({ code: Reference, title: Text, amount: PositiveFen }), {
          minItems: 1,
          maxItems: 50,
        }),
        total: PositiveFen,
      }),
      Type.Object({ billCode: Reference, billNo: Reference, checkCode: Reference, issuedAt: Moment }),
    ),
    'void-bill': outgoing(
      '冲红非税电子票据',
      Type.Object({ ...Origin, billNo: Reference, reason: Text }),
      Type.Object({ billNo: Reference, redBillNo: Reference, issuedAt: Moment }),
    ),
    notice,
  },
});
