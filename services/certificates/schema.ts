import Type, { type Static } from 'typebox';

export const CertificateSchema = Type.Object(
  {
    number: Type.String({ title: '证号' }),
    kind: Type.String({ title: 'certificate 不动产权证书 | proof 不动产登记证明' }),
    kindTitle: Type.String(),
    office: Type.String(),
    unitCode: Type.String(),
    location: Type.String(),
    holders: Type.Array(Type.String()),
    status: Type.Union([Type.Literal('valid'), Type.Literal('void')]),
    statusTitle: Type.String(),
    caseNo: Type.String(),
    entryNumber: Type.Integer(),
    issuedAt: Type.String({ format: 'date-time' }),
    voidedAt: Type.Optional(Type.String({ format: 'date-time' })),
    documentReady: Type.Boolean(),
    prints: Type.Array(
      Type.Object({ serial: Type.String(), printedAt: Type.String(), printedBy: Type.String() }),
    ),
  },
  { $id: 'Certificate', title: '证书' },
);

export const VerificationSchema = Type.Object(
  {
    found: Type.Boolean({ title: '是否查到；证号与权利人须同时一致' }),
    number: Type.Optional(Type.String()),
    kind: Type.Optional(Type.String()),
    kindTitle: Type.Optional(Type.String()),
    status: Type.Optional(Type.Union([Type.Literal('valid'), Type.Literal('void')])),
    statusTitle: Type.String(),
    unitCode: Type.Optional(Type.String()),
    location: Type.Optional(Type.String({ title: '坐落（掩码）' })),
    registeredAt: Type.Optional(Type.String()),
    voidedAt: Type.Optional(Type.String()),
    entry: Type.Optional(Type.Object({ office: Type.String(), number: Type.Integer() })),
  },
  { $id: 'Verification', title: '证书查验结果' },
);

export type CertificateView = Static<typeof CertificateSchema>;
export type Verification = Static<typeof VerificationSchema>;
