import { Type } from 'typebox';
import { defineService, outgoing } from '../service.ts';
import {
  DateText,
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

export const civil = defineService({
  code: 'civil',
  title: '婚姻登记核验',
  department: '民政',
  operations: {
    'check-marriage': outgoing(
      '婚姻登记信息核验',
      Type.Object({
        ...Origin,
        name: Text,
        idNumber: IdNumber,
        spouse: Type.Optional(
          Type.Object({ name: Text, idNumber: IdNumber }, { description: '双方核验时填写' }),
        ),
      }),
      Type.Object({
        result: MatchResult,
        resultText: Text,
        status: Type.Optional(
          Type.Enum(['single', 'married', 'divorced', 'widowed'], {
            description: 'single 未婚；married 已婚；divorced 离婚；widowed 丧偶',
          }),
        ),
        spouse: Type.Optional(
          Type.Object({ name: Text, idNumber: IdNumber }, { description: '单方核验且已婚时给出配偶' }),
        ),
        registeredOn: Type.Optional(DateText),
        certificateNo: Type.Optional(Reference),
        reference: Reference,
        checkedAt: Moment,
      }),
      { timeoutMs: 3_000 },
    ),
    licences: outgoing('电子证照查询', LicenceRequest, LicenceAnswer),
    notice,
  },
});
