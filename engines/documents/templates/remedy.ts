import { type Static, Type } from 'typebox';
import { citation, closed, words } from './common.ts';

/** What someone may do against a decision: the sentence that is printed and where it comes from. */
export const remedy = closed(
  {
    text: words('救济途径', 2000),
    citations: Type.Array(citation, { title: '救济途径的依据', maxItems: 10 }),
  },
  '救济途径',
);
export type Remedy = Static<typeof remedy>;

/**
 * The usual sentence on administrative reconsideration and litigation. Its periods come from memory of the
 * two laws and were not checked against the texts in force, hence `verified: false`; an office's own lawyer
 * settles the wording before real use.
 */
export function usualRemedy(bodies: { reconsideration: string; court: string }): Remedy {
  const { reconsideration, court } = bodies;
  return {
    text: `如不服本决定，可以自收到本告知书之日起六十日内向${reconsideration}申请行政复议，也可以自收到本告知书之日起六个月内依法向${court}提起行政诉讼。`,
    citations: [
      { law: '中华人民共和国行政复议法', verified: false },
      { law: '中华人民共和国行政诉讼法', verified: false },
    ],
  };
}
