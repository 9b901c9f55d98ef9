import { Type } from 'typebox';
import { defineService, outgoing } from '../service.ts';
import {
  DateText,
  LicenceAnswer,
  LicenceRequest,
  MatchResult,
  Moment,
  Origin,
  Reference,
  Text,
} from './common.ts';
import { notice } from './notice.ts';

export const market = defineService({
  code: 'market',
  title: '企业基本信息查询',
  department: '市场监管',
  operations: {
    'check-enterprise': outgoing(
      '企业基本信息核验',
      Type.Object({ ...Origin, name: Text, creditCode: Type.String({ minLength: 18, maxLength: 18 }) }),
      Type.Object({
        result: MatchResult,
        resultText: Text,
        enterprise: Type.Optional(
          Type.Object({
            name: Text,
            creditCode: Reference,
            kind: Text,
            legalRepresentative: Text,
            establishedOn: DateText,
            status: Type.Enum(['active', 'cancelled', 'revoked'], {
              description: 'active 存续；cancelled 注销；revoked 吊销',
            }),
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
