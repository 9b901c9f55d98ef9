import { expect, test } from 'vitest';
import { registrationRules } from './rules/index.ts';

// A change of a rule's meaning is a new version; the one before moves to the second list of `makeRulebook`, where replays find it.
test('every version a rule ever had can still be asked', () => {
  for (const { code, version } of registrationRules.list())
    expect(
      registrationRules.versions(code).map((each) => each.version),
      code,
    ).toEqual(Array.from({ length: version }, (_, at) => version - at));
});
