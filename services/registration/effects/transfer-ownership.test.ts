import type { BusinessDefinition, CaseRecord, Party } from '@hengchan/casework';
import type { Platform } from '@hengchan/platform';
import type { OwnershipRight, Right, UnitState } from '@hengchan/register';
import { describe, expect, test } from 'vitest';
import { limited, mortgage, ownership, seizure } from '../testing/facts.ts';
import { type EffectContext, effectBuilders } from './index.ts';

const code = '320402001001GB00001F00010001';

const party = (role: string, name: string): Party =>
  ({
    role,
    name,
    id_type: '1',
    id_sealed: 'sealed',
    id_index: `index-${name}`,
    id_masked: '320***********0019',
    share_numerator: null,
    share_denominator: null,
  }) as unknown as Party;

function built(
  builder: string,
  rights: readonly Right[],
  parties: readonly Party[],
  form: Record<string, unknown> = {},
) {
  const roles = [...new Set(parties.map(({ role }) => role))].map((role) => ({ role, confirms: true }));
  const context = {
    platform: {} as Platform,
    record: { case: { no: '1', form: { coOwnership: '0', ...form } }, parties } as unknown as CaseRecord,
    definition: {
      code: 'a',
      name: '某业务',
      parties: roles,
      effects: [builder],
    } as unknown as BusinessDefinition,
    units: [{ code, state: { unit: { code }, rights } as unknown as UnitState }],
    surveyed: new Map(),
  } satisfies EffectContext;
  const [effect] = effectBuilders[builder]?.(context) ?? [];
  return effect;
}

const sale = [party('transferor', '甲'), party('transferee', '乙')];
const shared: OwnershipRight = {
  ...ownership('甲', '丁'),
  coOwnership: '2',
  holders: ownership('甲', '丁').holders.map((holder) => ({
    ...holder,
    share: { numerator: 1, denominator: 2 },
  })),
};
const notice = (name: string) =>
  limited('advance-notice', [name], { noticeKind: '2', obligors: [], reason: '预告' });

describe('why a title passes', () => {
  test.each([
    ['transfer-ownership', {}, '买卖'],
    ['transfer-ownership', { ground: 'exchange' }, '互换'],
    ['transfer-ownership', { ground: 'gift', reason: '赠与给女儿' }, '赠与给女儿'],
    ['transfer-otherwise', {}, '某业务'],
    ['give-ownership', { reason: '买卖' }, '赠与'],
    ['divide-property-of-spouses', {}, '夫妻析产'],
    ['inherit', { ground: 'inheritance' }, '继承'],
    ['inherit', { ground: 'bequest' }, '受遗赠'],
  ])('%s %j', (builder, form, reason) => {
    expect(built(builder, [ownership('甲')], sale, form)).toMatchObject({ type: 'transfer', reason });
  });
});

describe('what passes', () => {
  test('the whole, for the price in fen; no price where it is nothing', () => {
    const sold = built('transfer-ownership', [ownership('甲')], sale, { price: '1280000.00' });
    expect(sold).toMatchObject({ price: 128_000_000, holders: [{ name: '乙' }], coOwnership: '0' });
    expect(sold).not.toHaveProperty('from');
    expect(built('transfer-ownership', [ownership('甲')], sale, { price: '0' })).not.toHaveProperty('price');
  });

  test('the share of the one co-owner by shares who gives', () => {
    expect(built('transfer-ownership', [shared], sale)).toMatchObject({ from: { idIndex: 'index-甲' } });
    const all = [party('transferor', '甲'), party('transferor', '丁'), party('transferee', '乙')];
    expect(built('transfer-ownership', [shared], all)).not.toHaveProperty('from');
    const keeping = [
      party('transferor', '甲'),
      { ...party('transferee', '甲'), share_numerator: 1, share_denominator: 6 },
      { ...party('transferee', '乙'), share_numerator: 1, share_denominator: 3 },
    ];
    expect(built('transfer-ownership', [shared], keeping, { coOwnership: '2' })).toMatchObject({
      from: { idIndex: 'index-甲', share: { numerator: 1, denominator: 3 } },
      holders: [{ name: '乙' }],
    });
    const heirs = [party('formerHolder', '甲'), party('transferee', '乙')];
    expect(built('inherit', [shared], heirs)).toMatchObject({ from: { idIndex: 'index-甲' } });
  });
});

describe('who agreed', () => {
  test('the notice of this very sale ends with it, another one only with the consent of whom it protects', () => {
    expect(built('transfer-ownership', [ownership('甲'), notice('乙')], sale)).toMatchObject({
      converts: '4-advance-notice',
    });
    const against = built('transfer-ownership', [ownership('甲'), notice('丙')], sale);
    expect(against).not.toHaveProperty('converts');
    expect(against).not.toHaveProperty('consents');
    expect(
      built('transfer-ownership', [ownership('甲'), notice('丙')], [...sale, party('claimant', '丙')]),
    ).toMatchObject({ consents: ['4-advance-notice'] });
  });

  test('heirs need no consent of mortgagees or of whom a notice protects: nobody disposes', () => {
    const rights = [ownership('甲'), mortgage('银行', { transferRestricted: true }), notice('丙')];
    const heirs = [party('formerHolder', '甲'), party('transferee', '乙')];
    expect(built('inherit', rights, heirs)).toMatchObject({ consents: ['2-银行', '4-advance-notice'] });
  });

  test('a judgment names its court and number', () => {
    const parties = [party('formerHolder', '甲'), party('transferee', '乙')];
    const form = { authority: '天宁区人民法院', documentNumber: '（2026）执裁1号' };
    expect(
      built('transfer-by-order', [ownership('甲'), seizure('天宁区人民法院')], parties, form),
    ).toMatchObject({
      reason: '生效法律文书',
      courtOrder: {
        authority: { name: '天宁区人民法院', kind: 'court' },
        documentNumber: '（2026）执裁1号',
      },
    });
  });
});

describe('a mortgage entered with the transfer', () => {
  const terms = { mode: '1', principal: '800000.00', termFrom: '2026-11-20', termTo: '2046-11-19' };
  const numbers = { contractNumber: '买卖1号', mortgageContractNumber: '抵押1号', reason: '买卖' };
  const parties = [...sale, party('mortgagee', '银行')];

  test('is of whoever takes the title, on its own contract', () => {
    expect(built('establish-mortgage', [ownership('甲')], parties, { ...terms, ...numbers })).toMatchObject({
      reason: '抵押合同',
      mortgagors: ['index-乙'],
      debtors: [{ name: '乙' }],
      contractNumber: '抵押1号',
    });
  });

  test('without a transfer, of whoever holds it', () => {
    const alone = built(
      'establish-mortgage',
      [ownership('甲')],
      [party('mortgagor', '甲'), party('mortgagee', '银行')],
      { ...terms, contractNumber: '抵押1号' },
    );
    expect(alone).toMatchObject({ debtors: [{ name: '甲' }], contractNumber: '抵押1号' });
    expect(alone).not.toHaveProperty('mortgagors');
  });
});
