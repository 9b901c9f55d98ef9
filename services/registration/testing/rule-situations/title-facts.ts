import { factsWith, ownership, personOf, unitWith } from '../facts.ts';
import type { RuleSituation } from './situation.ts';

const number = '苏（2020）常州市不动产权第0000001号';
const { name, idIndex } = personOf('甲');
const unit = unitWith([{ ...ownership('甲'), certificate: number }], { landTermTo: '2080-03-14' });
const says = {
  number,
  unit: unit.code,
  void: false,
  holders: [{ name, idIndex }],
  rightType: '4',
  termTo: '2080-03-14',
};
const told = (change: object) => factsWith({ units: [unit], certificate: { ...says, ...change } });

/** What a certificate says and the register does not. */
export const titleFacts: readonly RuleSituation[] = [
  ['a certificate that says what the register says', 'TITLE_FACTS_AGREE', told({}), 'pass'],
  ['no certificate named', 'TITLE_FACTS_AGREE', factsWith({ units: [unit] }), 'pass'],
  [
    'a certificate under an earlier name',
    'TITLE_FACTS_AGREE',
    told({ holders: [{ name: '甲旧名', idIndex }] }),
    'person',
  ],
  [
    'a certificate of somebody of the same name',
    'TITLE_FACTS_AGREE',
    told({ holders: [{ name, idIndex: 'other' }] }),
    'person',
  ],
  ['a certificate of the land alone', 'TITLE_FACTS_AGREE', told({ rightType: '3' }), 'person'],
  ['a certificate with another term', 'TITLE_FACTS_AGREE', told({ termTo: '2070-03-14' }), 'person'],
  ['a certificate without a term', 'TITLE_FACTS_AGREE', told({ termTo: undefined }), 'person'],
  ['a void certificate', 'TITLE_FACTS_AGREE', told({ void: true }), 'person'],
  [
    'a certificate nobody issued',
    'TITLE_FACTS_AGREE',
    factsWith({ units: [unit], certificate: { number: '无此证' } }),
    'person',
  ],
];
