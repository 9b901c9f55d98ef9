import type { BusinessDefinition, Party } from '@hengchan/casework';
import type { AdvanceNoticeRight, Right, UnitFacts, UnitState } from '@hengchan/register';
import { describe, expect, test } from 'vitest';
import { limited, ownership } from '../testing/facts.ts';
import {
  alterMortgageNotice,
  alterNotice,
  cancelNotice,
  convertMortgageNotice,
  convertNotice,
  giveMortgageNotice,
  giveNotice,
  transferNotice,
} from './advance-notices.ts';
import type { EffectContext } from './build.ts';

const code = '320402001001GB00001F00010001';
const facts = { code, location: '常州市天宁区青枫里1幢1室' } as UnitFacts;

const person = (name: string) => ({
  name,
  idType: '1',
  idIndex: `index-${name}`,
  idMasked: '3*',
  idSealed: 'sealed',
});
const party = (role: string, name: string): Party =>
  ({
    role,
    name,
    id_type: '1',
    id_index: `index-${name.replace('改名', '')}`,
    id_masked: '3*',
    id_sealed: 'sealed',
    share_numerator: null,
    share_denominator: null,
  }) as unknown as Party;

const sale = (...names: string[]): AdvanceNoticeRight => ({
  ...limited('advance-notice', names, {
    noticeKind: '1',
    obligors: [person('开发公司')],
    amount: 128_000_000,
    contractNumber: '合同一',
    reason: '商品房预售',
  }),
  id: 'sale',
});
const loan: AdvanceNoticeRight = {
  ...limited('advance-notice', ['银行'], {
    noticeKind: '3',
    obligors: [person('乙')],
    amount: 80_000_000,
    mortgage: {
      mode: '1',
      principal: 80_000_000,
      termFrom: '2026-01-01',
      termTo: '2046-01-01',
      transferRestricted: false,
      debtors: [person('乙')],
    },
    reason: '抵押合同',
  }),
  id: 'loan',
};

interface Given {
  parties: Party[];
  form?: Record<string, unknown>;
  effects?: string[];
  rights?: readonly Right[];
  /** The home has a page. */
  page?: boolean;
  contractNumber?: string;
}

function context({
  parties,
  form = {},
  effects = [],
  rights = [],
  page = true,
  ...rest
}: Given): EffectContext {
  const roles = [...new Set(parties.map(({ role }) => role))];
  const state = { unit: facts, rights } as unknown as UnitState;
  return {
    record: { case: { no: '1', form }, parties, units: [] },
    definition: {
      name: '预告登记',
      effects,
      parties: roles.map((role) => ({ role, confirms: true })),
    } as unknown as BusinessDefinition,
    units: [{ code, surveyed: facts, ...(page ? { state } : {}) }],
    surveyed: new Map(),
    ...rest,
  } as unknown as EffectContext;
}

const buyer = party('claimant', '乙');
const bank = party('mortgagee', '银行');
const terms = { mode: '1', principal: '800000.00', termFrom: '2026-01-01', termTo: '2046-01-01' };

describe('given', () => {
  const parties = [buyer, party('obligor', '开发公司'), bank];

  test('of a home without a page: of a presale, with what opens the page and the number of the filed contract', () => {
    const form = { price: '1280000.00', coOwnership: '0' };
    const [effect] = giveNotice(context({ parties, form, page: false, contractNumber: '备案一' }));
    expect(effect).toMatchObject({ noticeKind: '1', facts, contractNumber: '备案一', amount: 128_000_000 });
  });

  test('of a home with a title: of a sale, with the number the parties gave', () => {
    const form = { price: '1280000.00', contractNumber: '合同二' };
    const given = { parties, form, rights: [ownership('开发公司')], contractNumber: '备案一' };
    const [effect] = giveNotice(context(given));
    expect(effect).toMatchObject({ noticeKind: '2', contractNumber: '合同二' });
    expect(effect).not.toHaveProperty('facts');
  });

  test('of a mortgage: the buyer promises it and owes, unless somebody else is named', () => {
    const [effect] = giveMortgageNotice(context({ parties, form: terms, page: false }));
    expect(effect).toMatchObject({
      noticeKind: '3',
      obligors: [person('乙')],
      amount: 80_000_000,
      mortgage: { principal: 80_000_000, debtors: [person('乙')] },
    });
    const other = giveMortgageNotice(context({ parties: [...parties, party('debtor', '丁')], form: terms }));
    expect(other[0]).toMatchObject({ mortgage: { debtors: [person('丁')] } });
  });
});

describe('altered', () => {
  const effects = ['alter-notice', 'alter-mortgage-notice'];

  test('the notice that changes, and not its mate', () => {
    const form = { price: '1260000.00', principal: '800000.00' };
    const both = context({ parties: [buyer, bank], form, effects, rights: [sale('乙'), loan] });
    expect(alterNotice(both)).toMatchObject([{ right: 'sale', content: { amount: 126_000_000 } }]);
    expect(alterMortgageNotice(both)).toEqual([]);
  });

  test('what the mortgage will say changes with its notice, and the rest stays', () => {
    const form = { price: '1280000.00', principal: '760000.00', termTo: '2045-01-01' };
    const both = context({ parties: [buyer, bank], form, effects, rights: [sale('乙'), loan] });
    expect(alterNotice(both)).toEqual([]);
    expect(alterMortgageNotice(both)).toMatchObject([
      {
        right: 'loan',
        content: {
          amount: 76_000_000,
          mortgage: { ...loan.content.mortgage, principal: 76_000_000, termTo: '2045-01-01' },
        },
      },
    ]);
  });

  test('a holder by another name is the same person', () => {
    const parties = [party('claimant', '乙改名'), party('claimant', '丙')];
    const form = { matter: 'name', newValue: '乙改名' };
    const [effect] = alterNotice(context({ parties, form, rights: [sale('乙', '丙')] }));
    expect(effect).toMatchObject({
      content: {},
      holders: [{ name: '乙改名', idIndex: 'index-乙' }, { name: '丙' }],
    });
  });
});

test('a notice passes with the mortgage promised on it, and the bank agreed by taking part', () => {
  const parties = [buyer, party('newClaimant', '丙'), party('consenting', '银行')];
  expect(transferNotice(context({ parties, rights: [sale('乙'), loan] }))).toMatchObject([
    { type: 'right-transfer', right: 'sale', holders: [{ name: '丙' }], consents: ['sale', 'loan'] },
    { type: 'right-alteration', right: 'loan', content: { obligors: [person('丙')] } },
  ]);
});

test('of several notices the one of the applicants ends', () => {
  const parties = [party('claimant', '银行')];
  const [effect] = cancelNotice(context({ parties, rights: [sale('乙'), loan] }));
  expect(effect).toMatchObject({ type: 'right-cancellation', right: 'loan' });
});

test('title and mortgage say which notice each fulfils, or none where it is somebody else’s', () => {
  const form = { ...terms, price: '1280000.00', coOwnership: '0' };
  const parties = [party('transferor', '开发公司'), party('transferee', '乙'), bank];
  const fulfilling = context({ parties, form, rights: [ownership('开发公司'), sale('乙'), loan] });
  expect(convertNotice(fulfilling)).toMatchObject([{ type: 'transfer', converts: 'sale' }]);
  expect(convertMortgageNotice(fulfilling)).toMatchObject([{ type: 'mortgage', converts: 'loan' }]);
  const strange = context({ parties, form, rights: [ownership('开发公司'), sale('丙')] });
  expect(convertNotice(strange)).toMatchObject([{ converts: '' }]);
});
