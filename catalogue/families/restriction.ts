import type { BusinessDefinition } from '@hengchan/casework';
import { law } from '@hengchan/registration';
import Type from 'typebox';
import { enforcementProcess } from '../parts/enforcement.ts';
import { deliveredAt, documentNumber, months, reasonOf, words } from '../parts/fields.ts';
import { courtPapers } from '../parts/materials.ts';
import { lockDocument } from '../parts/right-materials.ts';
import { authority, registeredHolder, respondent } from '../parts/roles.ts';
import { type FamilyPart, type Listing, listed, promised } from './family.ts';

const always = ['accept', 'review', 'entry'] as const;

/** Whoever orders the stop: an authority, or the registry itself. */
const limiting = {
  ...authority,
  title: '限制机关',
  explanation: '作出限制决定的机关；登记机构自行限制的填登记机构。',
};

const official: Pick<
  FamilyPart,
  'registrationType' | 'exclusive' | 'process' | 'limit' | 'fee' | 'taxed' | 'notifies' | 'outcome' | 'facts'
> = {
  registrationType: '900',
  exclusive: false,
  facts: [],
  process: enforcementProcess,
  limit: promised(1),
  fee: undefined,
  taxed: false,
  notifies: [],
  outcome: 'none',
};

/** 限制登记: nothing is disposed of, burdened or altered until it is lifted. */
export const unitLock = (listing: Listing): BusinessDefinition =>
  listed(listing, {
    ...official,
    keywords: ['限制登记', '锁定', '暂停办理'],
    summary: '依有权机关的文书，或登记机构发现登记可能错误、权属有争议的，限制该不动产的登记。',
    audience: '有权机关、登记机构',
    laws: [law.refusal],
    units: { minimum: 1, maximum: 50 },
    parties: [limiting, registeredHolder],
    form: Type.Object({
      documentNumber: words('文号', '作出限制的文书文号', '（2026）苏0402限字第1号', 100),
      reason: words('限制原因', '为什么限制', '权属存在尚未解决的争议', 200),
    }),
    materials: [lockDocument],
    rules: [
      { rule: 'PAGE_OPEN', moments: always },
      { rule: 'UNIT_EXISTS', moments: always },
      { rule: 'UNIT_NOT_LOCKED', moments: always },
      { rule: 'MATERIALS_COMPLETE', moments: ['accept', 'review'] },
    ],
    effects: ['lock-unit'],
  });

/** 解除限制登记, by who put it there. */
export const unitUnlock = (listing: Listing): BusinessDefinition =>
  listed(listing, {
    ...official,
    keywords: ['解除限制', '解锁'],
    summary: '限制的原因消除后，由作出限制的机关解除。',
    audience: '有权机关、登记机构',
    laws: [law.refusal],
    units: { minimum: 1, maximum: 50 },
    parties: [limiting, registeredHolder],
    form: Type.Object({
      documentNumber: words('解除文号', '解除限制的文书文号', '（2026）苏0402解字第1号', 100),
      reason: reasonOf('限制原因消除'),
    }),
    materials: [lockDocument],
    rules: [
      { rule: 'PAGE_OPEN', moments: always },
      { rule: 'LOCK_STANDS', moments: always },
      { rule: 'MATERIALS_COMPLETE', moments: ['accept', 'review'] },
    ],
    effects: ['unlock-unit'],
  });

/** 预查封: of what is not yet registered to the person it is against; turns into a seizure when it is (法发〔2004〕5号). */
export const preSeizure = (listing: Listing): BusinessDefinition =>
  listed(listing, {
    ...official,
    registrationType: '800',
    keywords: ['预查封', '查封', '协助执行'],
    summary: '被执行人购买但尚未登记到其名下的不动产，依通知书预查封；登记到其名下后自动转为查封。',
    audience: '人民法院等有权机关',
    laws: [law.seizureOrder, law.seizureTerm],
    units: { minimum: 1, maximum: 1, source: 'either' },
    parties: [authority, { ...respondent, minimum: 1 }],
    form: Type.Object({
      documentNumber,
      caseNumber: words('裁定书文号', '查封所依据的裁定', '（2026）苏0402民初字第1108号'),
      months,
      deliveredAt: Type.Optional(deliveredAt),
      applicant: Type.Optional(words('申请执行人', '文书载明的申请人', '示例商贸有限公司')),
    }),
    materials: courtPapers('查封裁定书'),
    rules: [
      { rule: 'PAGE_OPEN', moments: always },
      { rule: 'SEIZURE_TERM_LAWFUL', moments: ['accept', 'entry'] },
      { rule: 'DELIVERED_ALREADY', moments: ['accept'] },
      { rule: 'MATERIALS_COMPLETE', moments: ['accept', 'review'] },
    ],
    effects: ['pre-seize'],
    notifies: ['court'],
  });
