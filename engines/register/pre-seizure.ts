import { type Draft, wording } from './draft.ts';
import { isPreSeizure } from './seizure-queue.ts';
import type { SealedHolder, SealedPerson, SeizureRight } from './state.ts';

/**
 * A pre-seizure (预查封) waits for the property to be registered to the person it is against, and then turns
 * into a seizure without anyone applying (法发〔2004〕5号).
 */
export function isAgainstOneOf(seizure: SeizureRight, people: readonly SealedPerson[]): boolean {
  const respondent = seizure.content.respondent;
  return (
    respondent !== undefined &&
    people.some((each) => each.idType === respondent.idType && each.idIndex === respondent.idIndex)
  );
}

/** Turns the pre-seizures against the new holders into seizures; places, terms and delivery stay. */
export function convertPreSeizures(draft: Draft, holders: readonly SealedHolder[]): void {
  for (const seizure of draft.seizures()) {
    if (!isPreSeizure(seizure.content) || !isAgainstOneOf(seizure, holders)) continue;
    const kind = seizure.queue === 0 ? '1' : '2';
    draft.replace(
      seizure,
      { ...wording(seizure), content: { ...seizure.content, kind } },
      '权属登记到被执行人名下，预查封自动转为查封',
    );
  }
}
