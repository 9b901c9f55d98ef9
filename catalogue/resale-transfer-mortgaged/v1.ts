import type { BusinessDefinition } from '@hengchan/casework';
import { law } from '@hengchan/registration';
import { mortgagee } from '../parts/roles.ts';
import { resaleTransferV1 } from '../resale-transfer/v1.ts';

/** The place in the province's lists is the resale transfer's own. */
const { place: _place, ...resale } = resaleTransferV1;

/** 带押过户: as the resale transfer, with the mortgagee taking part; the mortgage stays on the home (民法典 406). */
export const resaleTransferMortgagedV1: BusinessDefinition = {
  ...resale,
  code: 'resale-transfer-mortgaged',
  name: '存量房转移登记（带押过户）',
  keywords: ['带押过户', '有贷款卖房', '二手房过户', '抵押', '买房', '卖房'],
  summary: '房屋还有贷款也能卖：抵押权人在线同意，抵押随房屋一并转移，不用先还清贷款。',
  audience: '设有抵押的存量房的买卖双方和抵押权人',
  entrances: ['person', 'company', 'developer', 'bank', 'counter'],
  laws: [...resaleTransferV1.laws, law.transferOfMortgaged, law.restrictedTransfer],
  parties: [
    ...resaleTransferV1.parties.filter(({ role }) => role !== 'consenting'),
    { ...mortgagee, explanation: '登记簿上的抵押权人，由其确认同意转让。' },
  ],
  facts: resaleTransferV1.facts.map((fact) =>
    fact.kind === 'identity' ? { ...fact, each: [...(fact.each ?? []), 'mortgagee'] } : fact,
  ),
  rules: [
    { rule: 'UNIT_MORTGAGED', moments: ['accept', 'review', 'entry'] },
    { rule: 'MORTGAGEES_REGISTERED', moments: ['accept', 'review', 'entry'], parameters: { all: true } },
    ...resaleTransferV1.rules,
  ],
};
