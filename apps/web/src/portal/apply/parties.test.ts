import { makeIdNumber } from '@hengchan/standards';
import { describe, expect, it } from 'vitest';
import type { PartyRole } from '../../api/businesses.ts';
import { newParty, type PartyDraft } from './draft.ts';
import { checkRole, identityChoices, partyInputs } from './parties.ts';

const buyers: PartyRole = {
  role: 'transferee',
  title: '买方',
  explanation: '',
  minimum: 1,
  maximum: 4,
  kinds: ['person'],
  takesShares: true,
};
const first = makeIdNumber('320402', '19010203', '101');
const second = makeIdNumber('320402', '19050607', '202');

const party = (idNumber: string, share = ''): PartyDraft => ({
  ...newParty('1'),
  name: '甲',
  idNumber,
  share,
});

describe('checking the parties of a role', () => {
  it('passes one with a right check digit and refuses one without', () => {
    expect(checkRole(buyers, [party(first)])).toBeUndefined();
    const wrong = party(`${first.slice(0, 17)}${first.endsWith('X') ? '1' : 'X'}`);
    expect(checkRole(buyers, [wrong])?.parties[wrong.key]?.idNumber).toBeTruthy();
  });

  it('wants shares from all or nobody, and the whole of them', () => {
    expect(checkRole(buyers, [party(first, '1/3'), party(second, '2/3')])).toBeUndefined();
    expect(checkRole(buyers, [party(first), party(second)])).toBeUndefined();
    expect(checkRole(buyers, [party(first, '1/3'), party(second, '1/3')])?.together).toContain('相加');
    expect(checkRole(buyers, [party(first, '1/2'), party(second)])?.together).toContain('每一位');
  });

  it('notices the same person twice and nobody at all', () => {
    expect(checkRole(buyers, [party(first), party(first.toLowerCase())])?.together).toContain('相同');
    expect(checkRole(buyers, [])?.together).toBe('买方至少 1 位');
  });
});

it('sends exact shares and stored forms of numbers', () => {
  const inputs = partyInputs([buyers], {
    transferee: [party(` ${first.toLowerCase()} `, '50%'), party(second, '1/2')],
  });
  expect(inputs.map((input) => input.share)).toEqual([
    { numerator: 1, denominator: 2 },
    { numerator: 1, denominator: 2 },
  ]);
  expect(inputs[0]?.idNumber).toBe(first);
});

it('offers the documents of persons, of organisations, or both', () => {
  expect(identityChoices(['organisation']).map(({ value }) => value)).toEqual(['8', '7', '6']);
  expect(identityChoices(['person', 'organisation'])).toHaveLength(9);
});
