import { Type } from 'typebox';
import { defineService, outgoing } from '../service.ts';
import {
  IdNumber,
  LicenceAnswer,
  LicenceRequest,
  MatchResult,
  Moment,
  Origin,
  Reference,
  Text,
} from './common.ts';
import { notice } from './notice.ts';

export const police = defineService({
  code: 'police',
  title: '人口身份核验',
  department: '公安',
  operations: {
    'check-identity': outgoing(
      '身份核查',
      Type.Object({ ...Origin, name: Text, idNumber: IdNumber }),
      Type.Object({
        result: MatchResult,
        resultText: Text,
        status: Type.Optional(Type.Enum(['normal', 'deceased'], { description: '仅一致时给出' })),
        bornOn: Type.Optional(
          Type.String({
            pattern: '^\\d{4}-\\d{2}-\\d{2}$',
            description: '人口库登记的出生日期，仅一致时给出',
          }),
        ),
        reference: Reference,
        checkedAt: Moment,
      }),
      { timeoutMs: 3_000 },
    ),
    licences: outgoing('电子证照查询', LicenceRequest, LicenceAnswer),
    notice,
  },
});
