import { useMutation } from '@tanstack/react-query';
import { send } from './client.ts';
import type { PartyInput } from './types.ts';

export interface PracticeActor {
  account: string;
  password: string;
  name: string;
  /** Roles of parties, or posts. */
  roles: string[];
}

/** A business that can be begun at once: what the register must hold for it is there. */
export interface Situation {
  application: {
    business: string;
    office: string;
    units: string[];
    parties: PartyInput[];
    form: Record<string, unknown>;
  };
  channel: 'online' | 'counter';
  opener: { account: string; password: string };
  actors: PracticeActor[];
  entries: number;
}

export interface SituationWish {
  business: string;
  office?: string;
  channel?: string;
}

/** Asks for a situation nobody else is given for a while; made on the spot where none is ready. */
export function useSituation() {
  return useMutation({
    mutationFn: (wish: SituationWish) =>
      send<Situation>('/api/demo/situations', { query: { ...wish }, anonymous: true }),
  });
}
