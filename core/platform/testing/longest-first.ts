import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** What takes longest, the longest first: begun last, one of them would be at work alone while the other workers rest. */
const longest = [
  /journeys\/all-businesses/,
  /faults\/processes/,
  /legal\/legal-cases/,
  /browser\/(desk|rules|reading)/,
  /tests\/start/,
  /backup\/backup/,
  /tests\/(browser|faults|simulation)\//,
  /tests\/|embedded|commands\/operator/,
];

const turnOf = ({ moduleId }: TestSpecification): number => {
  const turn = longest.findIndex((each) => each.test(moduleId));
  return turn === -1 ? longest.length : turn;
};

export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return sorted.toSorted((left, right) => turnOf(left) - turnOf(right));
  }
}
