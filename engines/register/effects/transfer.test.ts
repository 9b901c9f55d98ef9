import { beforeEach, describe, expect, test } from 'vitest';
import * as make from '../fixtures.ts';
import * as limited from '../fixtures-limited.ts';
import { MemoryUnit } from '../memory-unit.ts';
import type { SealedHolder } from '../state.ts';

const code = make.unitCode(1);
const share = (numerator: number, denominator: number) => ({ share: { numerator, denominator } });
const held = (holders: readonly SealedHolder[] | undefined) =>
  Object.fromEntries(
    (holders ?? []).map((each) => [
      each.name,
      each.share && `${each.share.numerator}/${each.share.denominator}`,
    ]),
  );

describe('transfer of the whole', () => {
  let unit: MemoryUnit;
  beforeEach(() => {
    unit = new MemoryUnit(code);
    unit.enter(make.firstRegistration(code, { certificate: '证一' }), '2026-03-01T01:00:00Z');
  });

  test('ends the old ownership and opens the new one', () => {
    expect(unit.enter(make.transfer(code, { certificate: '证二' }), '2026-03-02T01:00:00Z')).toEqual([]);
    expect(unit.ownership).toMatchObject({ id: '2-1', rightType: '4', certificate: '证二' });
    expect(held(unit.ownership?.holders)).toEqual({ 乙: undefined });
    expect(unit.projection.rights.get('1-1')).toMatchObject({ endedEntry: 2, endedReason: '买卖' });
    expect(unit.projection.disposals).toEqual([{ entry: 2, at: new Date('2026-03-02T01:00:00Z') }]);
  });

  test('to joint owners and to owners by shares', () => {
    const joint = make.transfer(code, { coOwnership: '1', holders: [make.holder('乙'), make.holder('丙')] });
    expect(unit.enter(joint, '2026-03-02T01:00:00Z')).toEqual([]);
    const shares = make.transfer(code, {
      coOwnership: '2',
      holders: [make.holder('丁', share(1, 4)), make.holder('戊', share(3, 4))],
    });
    expect(unit.enter(shares, '2026-03-03T01:00:00Z')).toEqual([]);
    expect(held(unit.ownership?.holders)).toEqual({ 丁: '1/4', 戊: '3/4' });
  });

  test('mortgages stay and follow the unit', () => {
    unit.enter(make.mortgage(code), '2026-03-02T01:00:00Z');
    const before = unit.mortgages;
    expect(unit.enter(make.transfer(code), '2026-03-03T01:00:00Z')).toEqual([]);
    expect(unit.mortgages).toEqual(before);
  });

  test('a registered agreement against transfer needs the mortgagee, by id', () => {
    unit.enter(make.mortgage(code, { transferRestricted: true }), '2026-03-02T01:00:00Z');
    expect(unit.enter(make.transfer(code), '2026-03-03T01:00:00Z')).toEqual(['TRANSFER_RESTRICTED']);
    expect(unit.enter(make.transfer(code, { consents: ['9-9'] }), '2026-03-03T01:00:00Z')).toEqual([
      'TRANSFER_RESTRICTED',
    ]);
    expect(unit.enter(make.transfer(code, { consents: ['2-1'] }), '2026-03-03T01:00:00Z')).toEqual([]);
  });

  test('a court is not bound by that agreement', () => {
    unit.enter(make.mortgage(code, { transferRestricted: true }), '2026-03-02T01:00:00Z');
    const courtOrder = { authority: make.court(), documentNumber: '执协' };
    expect(unit.enter(make.transfer(code, { courtOrder }), '2026-03-03T01:00:00Z')).toEqual([]);
    expect(unit.ownership?.content.courtDocument).toBe('执协');
  });

  test('all reasons are named at once', () => {
    unit.enter(make.mortgage(code, { transferRestricted: true }), '2026-03-02T01:00:00Z');
    unit.enter(make.seizure(code, '2026-03-02T02:00:00Z'), '2026-03-02T03:00:00Z');
    expect(unit.enter(make.transfer(code, { holders: [] }), '2026-03-03T01:00:00Z')).toEqual([
      'UNIT_SEIZED',
      'TRANSFER_RESTRICTED',
      'HOLDERS_MISSING',
    ]);
  });

  test('nothing can be transferred where nothing is registered', () => {
    expect(new MemoryUnit(code).enter(make.transfer(code), '2026-03-01T01:00:00Z')).toEqual(['NO_OWNERSHIP']);
  });
});

describe('transfer of a unit with a notice or a stop on its page', () => {
  const day = (n: number) => `2026-03-0${n}T01:00:00Z`;
  const courtOrder = { authority: make.court(), documentNumber: '执协' };
  let unit: MemoryUnit;
  beforeEach(() => {
    unit = new MemoryUnit(code);
    unit.enter(make.firstRegistration(code), day(1));
  });

  test('a notice of sale stops a sale to others unless its holder agrees; it then stays', () => {
    unit.enter(limited.notice(code), day(2));
    const sale = make.transfer(code, { holders: [make.holder('丙')] });
    expect(unit.enter(sale, day(3))).toEqual(['NOTICED']);
    expect(unit.enter({ ...sale, consents: ['9-9'] }, day(3))).toEqual(['NOTICED']);
    expect(unit.enter({ ...sale, consents: ['2-1'] }, day(3))).toEqual([]);
    expect(unit.rights.map((right) => right.kind)).toEqual(['advance-notice', 'ownership']);
  });

  test('a sale to the noticed buyer fulfils the notice, which ends in the same entry', () => {
    unit.enter(limited.notice(code), day(2));
    unit.enter(limited.mortgageNotice(code, { obligors: [make.person('乙')] }), day(2));
    expect(unit.enter(make.transfer(code), day(3))).toEqual(['NOTICED']);
    expect(unit.enter(make.transfer(code, { converts: '2-1' }), day(3))).toEqual([]);
    expect(unit.projection.rights.get('2-1')).toMatchObject({
      endedEntry: 4,
      endedReason: '预告登记转本登记',
    });
    expect(unit.rights.map((right) => right.kind)).toEqual(['advance-notice', 'ownership']);
  });

  test('only a current notice of sale of the very buyers is fulfilled', () => {
    unit.enter(limited.notice(code), day(2));
    unit.enter(limited.mortgageNotice(code, { obligors: [make.person('乙')] }), day(2));
    const to = (name: string, converts: string) =>
      unit.enter(make.transfer(code, { holders: [make.holder(name)], converts }), day(3));
    expect(to('丙', '2-1')).toEqual(['NOTICE_HOLDERS_DIFFER']);
    expect(to('乙', '3-1')).toEqual(['NOTICED', 'NOTICE_NOT_CURRENT']);
    expect(to('乙', '9-9')).toEqual(['NOTICED', 'NOTICE_NOT_CURRENT']);
  });

  test('a stop keeps everyone out but the authority that put it', () => {
    unit.enter(limited.lock(code), day(2));
    expect(unit.enter(make.transfer(code), day(3))).toEqual(['UNIT_LOCKED']);
    expect(unit.enter(make.transfer(code, { courtOrder }), day(3))).toEqual(['UNIT_LOCKED']);
    const own = { authority: limited.lock(code).authority, documentNumber: '决定' };
    expect(unit.enter(make.transfer(code, { courtOrder: own }), day(3))).toEqual([]);
  });

  test('a court order does not wait for who was promised the unit', () => {
    unit.enter(limited.notice(code), day(2));
    expect(unit.enter(make.transfer(code, { holders: [make.holder('丙')], courtOrder }), day(3))).toEqual([]);
  });

  test('an objection does not stop it; habitation and easement stay', () => {
    unit.enter(limited.objection(code), day(2));
    unit.enter(limited.habitation(code), day(2));
    unit.enter(limited.easement(code, make.unitCode(2)), day(2));
    expect(unit.enter(make.transfer(code), day(3))).toEqual([]);
    expect(unit.rights.map((right) => right.kind)).toEqual([
      'objection',
      'habitation',
      'easement',
      'ownership',
    ]);
  });

  test('common parts go with the homes, not by themselves', () => {
    const common = new MemoryUnit(code);
    common.enter(make.firstRegistration(code, { commonParts: true }), day(1));
    expect(common.enter(make.transfer(code), day(2))).toEqual(['COMMON_PARTS']);
  });
});

describe('transfer under seizure', () => {
  const order = (name?: string) => ({ courtOrder: { authority: make.court(name), documentNumber: '执协' } });
  let unit: MemoryUnit;
  beforeEach(() => {
    unit = new MemoryUnit(code);
    const owners = [make.holder('甲', share(1, 2)), make.holder('乙', share(1, 2))];
    unit.enter(make.firstRegistration(code, { coOwnership: '2', holders: owners }), '2026-03-01T01:00:00Z');
    unit.enter(make.seizure(code, '2026-03-02T00:00:00Z'), '2026-03-02T01:00:00Z');
    const other = { authority: make.court('另一法院') };
    unit.enter(make.seizure(code, '2026-03-02T02:00:00Z', other), '2026-03-02T03:00:00Z');
  });

  test('is refused to the parties and to another court', () => {
    const effect = make.transfer(code, { holders: [make.holder('丙')] });
    expect(unit.enter(effect, '2026-03-03T01:00:00Z')).toEqual(['UNIT_SEIZED']);
    expect(unit.enter({ ...effect, ...order('另一法院') }, '2026-03-03T01:00:00Z')).toEqual(['UNIT_SEIZED']);
  });

  test('by order of the court that seized passes the unit free of all seizures', () => {
    const effect = make.transfer(code, { holders: [make.holder('丙')], ...order() });
    expect(unit.enter(effect, '2026-03-03T01:00:00Z')).toEqual([]);
    expect(held(unit.ownership?.holders)).toEqual({ 丙: undefined });
    expect(unit.seizures).toEqual([]);
    expect(unit.projection.disposals[0]?.authority).toBe('恒安区人民法院');
  });

  test('of one share by that court leaves the seizures', () => {
    const effect = make.transfer(code, {
      holders: [make.holder('丙')],
      from: { idIndex: 'index:甲' },
      ...order(),
    });
    expect(unit.enter(effect, '2026-03-03T01:00:00Z')).toEqual([]);
    expect(unit.seizures.map((each) => each.queue)).toEqual([0, 1]);
  });
});

describe('transfer of a share', () => {
  let unit: MemoryUnit;
  const from = (name: string, part?: { numerator: number; denominator: number }) => ({
    from: { idIndex: `index:${name}`, ...(part ? { share: part } : {}) },
  });
  beforeEach(() => {
    unit = new MemoryUnit(code);
    const owners = [
      make.holder('甲', { ...share(1, 3), certificate: '证甲' }),
      make.holder('乙', { ...share(2, 3), certificate: '证乙' }),
    ];
    unit.enter(make.firstRegistration(code, { coOwnership: '2', holders: owners }), '2026-03-01T01:00:00Z');
  });
  const enter = (changes: Parameters<typeof make.transfer>[1]) =>
    unit.enter(make.transfer(code, changes), '2026-03-02T01:00:00Z');

  test('all of it: the others keep theirs and their certificates', () => {
    expect(enter({ ...from('乙'), holders: [make.holder('丙', { certificate: '证丙' })] })).toEqual([]);
    expect(held(unit.ownership?.holders)).toEqual({ 甲: '1/3', 丙: '2/3' });
    expect(unit.ownership?.holders.map((each) => each.certificate)).toEqual(['证甲', '证丙']);
    expect(unit.projection.certificates.map((each) => each.number)).toEqual(['证甲', '证乙', '证丙']);
  });

  test('a part of it: the old certificate of the transferor goes, a new one may come', () => {
    const part = { numerator: 1, denominator: 6 };
    const effect = { from: { idIndex: 'index:乙', share: part, certificate: '证乙二' } };
    expect(enter({ ...effect, holders: [make.holder('丙')] })).toEqual([]);
    expect(held(unit.ownership?.holders)).toEqual({ 甲: '1/3', 乙: '1/2', 丙: '1/6' });
    expect(unit.ownership?.holders[1]?.certificate).toBe('证乙二');
  });

  test('to several, to a co-owner, and until one holds alone', () => {
    const two = [make.holder('丙', share(1, 3)), make.holder('丁', share(1, 3))];
    expect(enter({ ...from('乙'), holders: two })).toEqual([]);
    expect(held(unit.ownership?.holders)).toEqual({ 甲: '1/3', 丙: '1/3', 丁: '1/3' });
    expect(enter({ ...from('丁'), holders: [make.holder('甲')] })).toEqual([]);
    expect(held(unit.ownership?.holders)).toEqual({ 甲: '2/3', 丙: '1/3' });
    expect(enter({ ...from('丙'), holders: [make.holder('甲')] })).toEqual([]);
    expect(held(unit.ownership?.holders)).toEqual({ 甲: undefined });
    expect(unit.ownership?.coOwnership).toBe('0');
  });

  test.each([
    ['TRANSFEROR_NOT_HOLDER', { ...from('丁') }],
    ['SHARE_TOO_LARGE', { ...from('甲', { numerator: 1, denominator: 2 }) }],
    ['SHARE_TOO_LARGE', { ...from('甲', { numerator: 0, denominator: 2 }) }],
    ['TRANSFEROR_RECEIVES', { ...from('甲'), holders: [make.holder('甲')] }],
    ['HOLDERS_MISSING', { ...from('甲'), holders: [] }],
    [
      'HOLDER_TWICE',
      { ...from('甲'), holders: [make.holder('丙', share(1, 6)), make.holder('丙', share(1, 6))] },
    ],
    [
      'SHARES_NOT_WHOLE',
      { ...from('甲'), holders: [make.holder('丙', share(1, 6)), make.holder('丁', share(1, 7))] },
    ],
    ['SHARE_MISSING', { ...from('甲'), holders: [make.holder('丙', share(1, 3)), make.holder('丁')] }],
    [
      'SHARE_TOO_FINE',
      {
        ...from('甲', { numerator: 1, denominator: 999_999_999_989 }),
        holders: [make.holder('丙')],
      },
    ],
  ])('is refused with %s', (refusal, changes) => {
    expect(enter(changes)).toEqual([refusal]);
  });

  test('needs ownership by shares', () => {
    const sole = new MemoryUnit(code);
    sole.enter(make.firstRegistration(code), '2026-03-01T01:00:00Z');
    expect(sole.enter(make.transfer(code, from('甲')), '2026-03-02T01:00:00Z')).toEqual([
      'NOT_HELD_BY_SHARES',
    ]);
  });
});
