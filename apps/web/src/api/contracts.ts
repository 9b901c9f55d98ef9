import type { Business } from './businesses.ts';
import { get } from './client.ts';

/** A contract as the housing department filed it, to fill an application in with. */
export interface FoundContract {
  outcome: 'found' | 'not-found' | 'unverified';
  text: string;
  contract?: {
    number: string;
    unit: string;
    price: string;
    parties: { role: string; name: string; idType: string; idNumber: string }[];
  };
}

/** Whether an application of the business rests on a contract that may be filed already. */
export const restsOnContract = (business: Business): boolean =>
  business.facts?.some(({ kind }) => kind === 'contract') ?? false;

export const findContract = (query: { business: string; office: string; number: string }) =>
  get<FoundContract>('/api/filed-contracts', query);
