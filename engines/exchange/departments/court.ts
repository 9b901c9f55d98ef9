import { Type } from 'typebox';
import { defineService, incoming, outgoing } from '../service.ts';
import { CaseNo, DateText, Fen, Identity, Office, Origin, Reference, Text, UnitCode } from './common.ts';

/** A request to assist execution. The registry does not examine its merits. */
export const ExecutionRequest = Type.Object({
  office: Office,
  documentNo: Type.String({ minLength: 1, maxLength: 120, description: '协助执行通知书文号' }),
  rulingNo: Type.String({ minLength: 1, maxLength: 120, description: '裁定书文号' }),
  kind: Type.Enum(['seize', 'renew', 'release'], {
    description: 'seize 查封（已有查封的为轮候）；renew 续封；release 解除',
  }),
  authority: Text,
  unitCode: UnitCode,
  respondents: Type.Array(Identity, { maxItems: 50 }),
  from: DateText,
  to: Type.Optional(DateText),
  amount: Type.Optional(Fen),
  /** For `renew` and `release`: the notice that began the seizure. */
  originalDocumentNo: Type.Optional(Text),
  officers: Type.Array(Type.Object({ name: Text, workPermitNo: Reference }), { minItems: 1, maxItems: 10 }),
});

export const court = defineService({
  code: 'court',
  title: '协助执行',
  department: '法院',
  operations: {
    receipt: outgoing(
      '协助执行回执',
      Type.Object({
        ...Origin,
        caseNo: CaseNo,
        documentNo: Text,
        result: Type.Enum(['registered', 'queued', 'released', 'refused'], {
          description: 'registered 已查封；queued 已轮候；released 已解除；refused 未能办理',
        }),
        entryNumber: Type.Optional(Reference),
        queuePosition: Type.Optional(Type.Integer({ minimum: 0 })),
        note: Type.Optional(Text),
      }),
      Type.Object({ received: Type.Literal(true), receiptNo: Reference }),
    ),
    execute: incoming('协助执行请求', ExecutionRequest, Type.Object({ caseNo: CaseNo })),
  },
});
