import { law } from '@hengchan/registration';
import Type from 'typebox';
import { day, proofNumber, reasonOf, rightChange, words } from '../parts/fields.ts';
import { easementContract } from '../parts/right-materials.ts';
import { dominant, newDominant, servient } from '../parts/roles.ts';
import { always, chosen, limitedRight, notGrowing, promisedAgree } from './limited-right.ts';

const common = {
  keywords: ['地役权', '通行', '邻居', '管线'],
  audience: '供役地与需役地的权利人',
  units: { minimum: 2, maximum: 20 },
  materials: [easementContract],
  workingDays: 5,
} as const;

/** 地役权首次登记: on the pages of both lands (民法典 372). */
export const easementFirst = limitedRight({
  ...common,
  summary:
    '利用他人的不动产提高自己不动产的效益：双方申请，供役地、需役地两侧登记簿都记载。先填供役地，再填需役地。',
  registrationType: '100',
  laws: [law.easement, law.jointApplication],
  parties: [servient, dominant],
  form: Type.Object({
    purpose: words('利用目的和方法', '怎样利用、利用哪一部分', '通行，宽三米，机动车可通过', 500),
    termFrom: day('利用期限起', '合同约定的第一日', '2026-11-20'),
    termTo: day('利用期限止', '不超过土地使用期限的剩余期限', '2036-11-19'),
    reason: reasonOf('地役权合同'),
  }),
  rules: [
    { rule: 'UNIT_NOT_LOCKED', moments: always },
    { rule: 'UNIT_NOT_SEIZED', moments: always },
    { rule: 'NOTICE_CONSENTED', moments: always },
    { rule: 'EASEMENT_PARTIES_HOLD', moments: always },
    { rule: 'TERM_IN_ORDER', moments: always },
  ],
  effects: ['establish-easement'],
  outcome: 'proof',
});

/** 地役权变更登记: both pages say the same afterwards. */
export const easementAlteration = limitedRight({
  ...common,
  summary: '地役权的利用目的、方法或期限变更：双方申请，两侧登记簿同步变更。',
  registrationType: '300',
  laws: [law.easementChange],
  parties: [servient, dominant, promisedAgree],
  form: Type.Object({ ...rightChange('purpose', 'term'), proofNumber, reason: reasonOf('地役权内容变更') }),
  rules: [
    { rule: 'UNIT_NOT_LOCKED', moments: always },
    { rule: 'EASEMENT_PARTIES_HOLD', moments: always },
    chosen('easement', 'dominant'),
    { rule: 'RIGHT_CHANGE_NAMED', moments: always },
    ...notGrowing('easement'),
  ],
  effects: ['alter-easement'],
  outcome: 'proof',
});

/** 地役权转移登记: with the land it serves and never without it (民法典 380). */
export const easementTransfer = limitedRight({
  ...common,
  summary: '需役地转让后，地役权一并转移：由需役地现在的权利人与供役地权利人申请，两侧登记簿同步。',
  registrationType: '200',
  laws: [law.easementWithLand],
  parties: [servient, { ...dominant, confirms: false, opens: false }, newDominant],
  form: Type.Object({ proofNumber, reason: reasonOf('需役地转移') }),
  rules: [
    { rule: 'UNIT_NOT_LOCKED', moments: always },
    { rule: 'EASEMENT_PARTIES_HOLD', moments: always },
    chosen('easement', 'dominant'),
  ],
  effects: ['transfer-easement'],
  outcome: 'proof',
});

/** 地役权注销登记, on both pages. */
export const easementEnd = limitedRight({
  ...common,
  summary: '地役权期满、放弃或解除：双方申请注销，两侧登记簿同步。',
  registrationType: '400',
  laws: [law.cancellationCases, law.easementChange],
  parties: [servient, dominant],
  form: Type.Object({ proofNumber, reason: reasonOf('地役权消灭') }),
  rules: [{ rule: 'EASEMENT_PARTIES_HOLD', moments: always }, chosen('easement', 'dominant')],
  effects: ['cancel-easement'],
  outcome: 'none',
});
