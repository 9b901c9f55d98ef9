import type { BusinessDefinition } from '@hengchan/casework';
import { law } from '@hengchan/registration';
import Type from 'typebox';
import { endProof } from '../parts/change-materials.ts';
import { choice, reasonOf } from '../parts/fields.ts';
import { certificateOfTitle, identityDocument, signedApplication } from '../parts/materials.ts';
import { usualProcess } from '../parts/process.ts';
import { consenting, holder } from '../parts/roles.ts';
import { type Listing, listed, promised } from './family.ts';

const always = ['accept', 'review', 'entry'] as const;

/** 注销登记 of a title (实施细则 28): everybody whose right rests on it has agreed or is gone. */
export const titleCancellation =
  (...rightTypes: readonly string[]) =>
  (listing: Listing): BusinessDefinition =>
    listed(listing, {
      keywords: ['注销', '灭失', '放弃', '拆迁', '收回'],
      summary: '不动产灭失、权利人放弃或权利被依法收回的，注销登记，证书作废，不收费。',
      audience: '登记簿上的权利人',
      registrationType: '400',
      laws: [law.cancellationCases, law.jointApplication],
      rightTypes,
      units: { minimum: 1, maximum: 10 },
      exclusive: true,
      parties: [holder, consenting('同意人', '其抵押权、地役权等随之消灭的权利人，同意的须参加。')],
      form: Type.Object({
        ground: choice(
          '注销原因',
          '灭失的，单元随之关闭，不再登记；其余的，单元可以再办首次登记',
          { waiver: '放弃权利', loss: '不动产灭失', resumption: '依法收回、征收', judgment: '生效法律文书' },
          'waiver',
        ),
        reason: reasonOf('权利人放弃权利'),
      }),
      materials: [signedApplication, endProof, certificateOfTitle, identityDocument],
      facts: [
        {
          kind: 'identity',
          title: '身份核验',
          source: '公安、市场监管部门',
          each: ['holder'],
          question: 'identity',
        },
      ],
      rules: [
        { rule: 'PAGE_OPEN', moments: always },
        { rule: 'UNIT_EXISTS', moments: always },
        { rule: 'RIGHT_TYPE_FITS', moments: ['accept', 'entry'] },
        { rule: 'UNIT_NOT_LOCKED', moments: always },
        { rule: 'UNIT_NOT_SEIZED', moments: always },
        { rule: 'UNIT_NOT_PENDING', moments: always },
        { rule: 'PARTIES_HOLD_THE_RIGHT', moments: always },
        { rule: 'NO_RIGHTS_LEFT_ON_TITLE', moments: always },
        ...(rightTypes.includes('3') ? [{ rule: 'LAND_IS_CLEAR', moments: always }] : []),
        { rule: 'MATERIALS_COMPLETE', moments: ['accept', 'review'] },
        { rule: 'MINORS_PROTECTED', moments: ['review'] },
        { rule: 'IDENTITY_CONFIRMED', moments: ['review'] },
        { rule: 'IDENTITY_VERIFIED', moments: ['review'] },
      ],
      process: usualProcess({ confirm: true, review: true, siteVisit: true }),
      limit: promised(5),
      fee: undefined,
      taxed: false,
      effects: ['cancel-title'],
      notifies: ['housing', 'tax'],
      outcome: 'none',
    });
