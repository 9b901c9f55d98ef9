import type { BusinessDefinition } from '@hengchan/casework';
import { law } from '@hengchan/registration';
import Type from 'typebox';
import { enforcementProcess } from '../parts/enforcement.ts';
import { reasonOf, words } from '../parts/fields.ts';
import { lockDocument } from '../parts/right-materials.ts';
import { authority, registeredHolder } from '../parts/roles.ts';
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
