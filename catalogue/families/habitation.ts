import { law } from '@hengchan/registration';
import Type from 'typebox';
import { day, proofNumber, reasonOf, rightChange, words } from '../parts/fields.ts';
import { habitationContract, habitationEnd } from '../parts/right-materials.ts';
import { holder, resident } from '../parts/roles.ts';
import { always, chosen, freeToDispose, limitedRight, notGrowing, promisedAgree } from './limited-right.ts';

const common = {
  keywords: ['居住权', '养老', '保姆', '遗嘱'],
  audience: '住宅所有权人与居住权人',
  workingDays: 5,
} as const;

/** 居住权首次登记: it begins with the entry (民法典 368). */
export const habitationFirst = limitedRight({
  ...common,
  summary: '在住宅上为他人设立居住权：双方申请，自登记时设立，住宅转让后居住权不消灭。',
  registrationType: '100',
  laws: [law.habitation, law.habitationEntry],
  parties: [holder, resident],
  form: Type.Object({
    conditions: words('居住的条件和要求', '居住哪一部分、是否有偿等', '居住全部，无偿', 500),
    termFrom: day('居住权期限起', '约定的第一日', '2026-11-20'),
    termTo: Type.Optional(day('居住权期限止', '不填写的为终身', '2046-11-19')),
    mayLet: Type.Boolean({
      title: '约定可以出租',
      description: '没有约定的，住宅不得出租',
      examples: [false],
    }),
    reason: reasonOf('居住权合同'),
  }),
  materials: [habitationContract],
  rules: [
    ...freeToDispose,
    { rule: 'PARTIES_HOLD_THE_RIGHT', moments: always },
    { rule: 'HOME_ONLY', moments: ['accept'] },
    { rule: 'TERM_IN_ORDER', moments: ['accept'], parameters: { withinLandTerm: false } },
  ],
  effects: ['establish-habitation'],
  outcome: 'proof',
  exclusive: true,
});

/** 居住权变更登记. */
export const habitationAlteration = limitedRight({
  ...common,
  summary: '居住权的条件或期限变更：双方申请，换发登记证明。',
  registrationType: '300',
  laws: [law.habitation, law.alterationCases],
  parties: [holder, resident, promisedAgree],
  form: Type.Object({
    ...rightChange('term', 'conditions'),
    proofNumber,
    reason: reasonOf('居住权内容变更'),
  }),
  materials: [habitationContract],
  rules: [
    { rule: 'UNIT_NOT_LOCKED', moments: always },
    { rule: 'PARTIES_HOLD_THE_RIGHT', moments: always },
    chosen('habitation', 'resident'),
    { rule: 'RIGHT_CHANGE_NAMED', moments: always },
    ...notGrowing('habitation'),
  ],
  effects: ['alter-habitation'],
  outcome: 'proof',
});

/** 居住权注销登记 (民法典 370). */
export const habitationCancellation = limitedRight({
  ...common,
  summary: '居住权期满、居住权人死亡或放弃的，注销登记，不收费。',
  registrationType: '400',
  laws: [law.habitationEnds],
  parties: [holder, resident],
  form: Type.Object({ proofNumber, reason: reasonOf('居住权消灭') }),
  materials: [habitationEnd],
  rules: [chosen('habitation', 'resident')],
  effects: ['cancel-habitation'],
  outcome: 'none',
});
