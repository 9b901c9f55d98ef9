import type { BusinessDefinition } from '@hengchan/casework';
import { law } from '@hengchan/registration';
import Type from 'typebox';
import { divisionSurvey } from '../parts/change-materials.ts';
import { reasonOf, unitCodes } from '../parts/fields.ts';
import { identityDocument, signedApplication } from '../parts/materials.ts';
import { usualProcess } from '../parts/process.ts';
import { consenting, holder } from '../parts/roles.ts';
import { type Listing, listed, promised } from './family.ts';

const always = ['accept', 'review', 'entry'] as const;

/** 分割、合并 of units of the same holder: new codes, new pages; the old code answers with its successors (实施细则 26). */
const division =
  (how: 'split' | 'merger') =>
  (listing: Listing): BusinessDefinition =>
    listed(listing, {
      keywords: ['分割', '合并', '拆分', '打通'],
      summary:
        how === 'split'
          ? '把一个不动产单元分成几个：完成权籍调查后变更登记，各单元分别发证，抵押权经抵押权人同意随之延续。'
          : '把同一权利人的几个不动产单元合成一个：完成权籍调查后变更登记，换发新证。',
      audience: '登记簿上的权利人',
      registrationType: '300',
      laws: [law.alterationCases, law.inspection],
      units: how === 'split' ? { minimum: 1, maximum: 1 } : { minimum: 2, maximum: 50 },
      exclusive: true,
      parties: [holder, consenting('抵押权人', '已抵押的，须抵押权人同意。')],
      form: Type.Object({
        successors: unitCodes(
          how === 'split' ? '分割后的单元' : '合并后的单元',
          '权籍调查给出的新单元代码',
          '320402001001GB00001F00010101',
        ),
        reason: reasonOf(how === 'split' ? '不动产分割' : '不动产合并'),
      }),
      materials: [signedApplication, divisionSurvey, identityDocument],
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
        { rule: 'UNIT_NOT_LOCKED', moments: always },
        { rule: 'UNIT_NOT_SEIZED', moments: always },
        { rule: 'UNIT_NOT_PENDING', moments: always },
        { rule: 'PARTIES_HOLD_THE_RIGHT', moments: always },
        { rule: 'SUCCESSORS_SURVEYED', moments: always },
        { rule: 'SUBZONE_IN_FORCE', moments: ['accept', 'entry'] },
        { rule: 'DIVISION_COUNTS', moments: ['accept'] },
        { rule: 'SAME_HOLDERS_MERGE', moments: ['accept', 'entry'] },
        { rule: 'DIVISION_CONSENTED', moments: ['accept', 'entry'] },
        { rule: 'DIVISION_UNDISPUTED', moments: ['accept', 'entry'] },
        { rule: 'DIVISION_AREAS_AGREE', moments: ['review'] },
        { rule: 'NOTICE_CONSENTED', moments: always },
        { rule: 'MATERIALS_COMPLETE', moments: ['accept', 'review'] },
        { rule: 'IDENTITY_CONFIRMED', moments: ['review'] },
        { rule: 'IDENTITY_VERIFIED', moments: ['review'] },
      ],
      process: usualProcess({ confirm: true, review: true }),
      limit: promised(5),
      fee: undefined,
      taxed: false,
      effects: [how === 'split' ? 'split-unit' : 'merge-units'],
      notifies: ['housing', 'tax'],
      outcome: 'certificate',
    });

export const unitSplit = division('split');
export const unitMerger = division('merger');
