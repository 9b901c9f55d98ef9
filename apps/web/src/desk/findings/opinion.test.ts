import { expect, test } from 'vitest';
import type { FindingView } from '../../api/types.ts';
import { citationText, opinionOf, outcomeOf, summaryOf, worstOf } from './opinion.ts';

function finding(change: Partial<FindingView>): FindingView {
  return {
    code: 'UNIT-SEIZED',
    title: '未被查封',
    moment: 'accept',
    outcome: 'pass',
    message: '',
    text: '',
    citation: { law: '不动产登记暂行条例', verified: false },
    facts: {},
    evaluatedAt: '2026-11-20T01:00:00.000Z',
    ...change,
  };
}

test('groups follow the way of a case, whatever order findings come in', () => {
  const opinion = opinionOf([
    finding({ moment: 'entry' }),
    finding({ moment: 'accept' }),
    finding({ moment: 'review' }),
  ]);
  expect(opinion.map((group) => group.title)).toEqual(['受理', '审核', '登簿']);
});

test('what blocks is read first', () => {
  const [group] = opinionOf([
    finding({ code: 'A', outcome: 'pass' }),
    finding({ code: 'B', outcome: 'warn' }),
    finding({ code: 'C', outcome: 'block' }),
    finding({ code: 'D', outcome: 'person' }),
  ]);
  expect(group?.findings.map((item) => item.code)).toEqual(['C', 'D', 'B', 'A']);
});

test('of a rule asked again at the same moment the latest answer stands', () => {
  const [group] = opinionOf([
    finding({ outcome: 'pass', evaluatedAt: '2026-11-20T03:00:00.000Z' }),
    finding({ outcome: 'block', evaluatedAt: '2026-11-20T02:00:00.000Z' }),
  ]);
  expect(group?.findings).toHaveLength(1);
  expect(group?.findings[0]?.outcome).toBe('pass');
});

test('a moment of a newer server is shown, not dropped', () => {
  expect(opinionOf([finding({ moment: 'issue' })]).map((group) => group.moment)).toEqual(['issue']);
});

test('an unknown outcome is never a pass', () => {
  expect(outcomeOf({ outcome: 'maybe' })).toBe('person');
});

test('the summary counts, gravest first', () => {
  expect(summaryOf([finding({}), finding({}), finding({ outcome: 'block' })])).toBe(
    '共校验 3 项：不予通过 1 项，通过 2 项',
  );
  expect(summaryOf([])).toBe('尚未校验');
});

test('a law has its title marks once', () => {
  expect(citationText({ law: '民法典', article: '第二百零九条' })).toBe('《民法典》第二百零九条');
  expect(citationText({ law: '《民法典》' })).toBe('《民法典》');
});

test('one blocking ground decides over any number that passed', () => {
  expect(worstOf([finding({}), finding({ outcome: 'block' }), finding({ outcome: 'warn' })])).toBe('block');
  expect(worstOf([finding({}), finding({ outcome: 'warn' })])).toBe('warn');
  expect(worstOf([])).toBe('pass');
});
