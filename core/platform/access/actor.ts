/** Who is asking: a signed-in account, or the system itself. */
export interface Actor {
  accountId: string;
  login: string;
  name: string;
  kind: 'person' | 'organisation' | 'staff' | 'system' | 'anonymous';
  idType?: string;
  /** Blind index of the account holder's own identity number. */
  idIndex?: string;
  /** The body the account acts for: a bank, a developer, a court. */
  organisation?: { id: string; name: string; kind: string; idType: string; idIndex: string };
  grants: readonly { role: string; office: string }[];
  sessionId?: string;
}

/** The product acting on its own: timers, callbacks that were verified, automatic steps. */
export const systemActor: Actor = {
  accountId: 'system',
  login: 'system',
  name: '系统',
  kind: 'system',
  grants: [{ role: 'system', office: '*' }],
};

export const anonymousActor: Actor = {
  accountId: 'anonymous',
  login: '',
  name: '',
  kind: 'anonymous',
  grants: [],
};
