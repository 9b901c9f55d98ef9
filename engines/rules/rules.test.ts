import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { blocking, evaluate } from './evaluate.ts';
import { packFacts, unpackFacts } from './kept-facts.ts';
import type { Rule, Weight } from './rule.ts';
import { makeRulebook, nearestSettings } from './rulebook.ts';

interface Picnic {
  guests: number;
}

const rule = (code: string, weight: Weight, limit = 10): Rule<Picnic> => ({
  code,
  version: 1,
  title: code,
  weight,
  citation: { law: '试验用', verified: false },
  text: '',
  message: '客人太多',
  parameters: { limit },
  check: ({ guests }, { limit: most }) => ({ pass: guests <= Number(most), saw: { guests } }),
});

const book = makeRulebook([rule('SMALL', 'block', 3), rule('LARGE', 'warn', 9)]);
const uses = [
  { rule: 'SMALL', moments: ['accept'] },
  { rule: 'LARGE', moments: ['accept', 'entry'] },
];
const scope = { business: 'picnic', office: '320402' };

describe('evaluation', () => {
  test('every rule asked leaves a finding with what it saw, passed or not', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20 }), (guests) => {
        const findings = evaluate(book.applying(uses, 'accept', scope, []), { guests });
        expect(findings.map((finding) => finding.code)).toEqual(['SMALL', 'LARGE']);
        expect(findings.map((finding) => finding.outcome)).toEqual([
          guests <= 3 ? 'pass' : 'block',
          guests <= 9 ? 'pass' : 'warn',
        ]);
        expect(findings.every((finding) => finding.facts.guests === guests)).toBe(true);
        expect(blocking(findings)).toHaveLength(guests <= 3 ? 0 : 1);
      }),
    );
  });

  test('only rules of the moment are asked', () => {
    expect(book.applying(uses, 'entry', scope, []).map(({ rule: each }) => each.code)).toEqual(['LARGE']);
  });

  test('a rule nobody wrote stops the business', () => {
    expect(() => book.applying([{ rule: 'MISSING', moments: ['accept'] }], 'accept', scope, [])).toThrow(
      /MISSING/,
    );
    expect(() => makeRulebook([rule('SMALL', 'block'), rule('SMALL', 'warn')])).toThrow(/twice/);
  });
});

describe('versions', () => {
  const older = { ...rule('SMALL', 'block', 5), title: 'as it was' };
  const newer = { ...rule('SMALL', 'block', 3), version: 2 };

  test('an earlier version stays callable, and only the newest one is asked', () => {
    const versions = makeRulebook([newer], [older]);
    expect(versions.find('SMALL')?.version).toBe(2);
    expect(versions.find('SMALL', 1)?.title).toBe('as it was');
    expect(versions.versions('SMALL').map((each) => each.version)).toEqual([2, 1]);
    expect(versions.applying(uses.slice(0, 1), 'accept', scope, [])[0]?.rule.version).toBe(2);
  });

  test('an earlier version that is not earlier stops the start', () => {
    expect(() => makeRulebook([older], [newer])).toThrow(/not earlier/);
    expect(() => makeRulebook([newer], [older, older])).toThrow(/not earlier/);
  });
});

test('the nearest setting is the same in whatever order they are read', () => {
  const place = fc.record({
    rule: fc.constant('SMALL'),
    business: fc.constantFrom('*', 'picnic', 'wedding'),
    office: fc.constantFrom('*', '320402', '330802'),
    enabled: fc.boolean(),
    parameters: fc.constant({}),
  });
  const settings = fc.uniqueArray(place, { selector: (each) => `${each.business}/${each.office}` });
  fc.assert(
    fc.property(settings, (given) => {
      const found = nearestSettings(given, scope).get('SMALL');
      expect(nearestSettings([...given].reverse(), scope).get('SMALL')).toEqual(found);
      const fits = given.filter(
        (each) => ['*', 'picnic'].includes(each.business) && ['*', '320402'].includes(each.office),
      );
      expect(found !== undefined).toBe(fits.length > 0);
      if (fits.some((each) => each.business === 'picnic')) expect(found?.business).toBe('picnic');
    }),
  );
});

test('kept facts come back as they were, moments as moments, identity numbers not at all', () => {
  const facts = { at: new Date('2026-11-20T02:00:00Z'), rights: [{ idSealed: 'x', name: '甲', none: null }] };
  expect(unpackFacts(packFacts(facts))).toEqual({ at: facts.at, rights: [{ name: '甲', none: null }] });
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      fc.pre(!JSON.stringify(value).includes('@date') && !JSON.stringify(value).includes('idSealed'));
      expect(unpackFacts(packFacts({ value }))).toEqual(JSON.parse(JSON.stringify({ value })));
    }),
  );
});
