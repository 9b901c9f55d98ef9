/** Who is asking: a signed-in account, or the system itself. */
export interface Actor {
  accountId: string;
  login: string;
  name: string;
  kind: 'person' | 'organisation' | 'staff' | 'system' | 'anonymous';
  idType?: string;
  /** Blind index of the account holder's own identity number. */
  idIndex?: string;
  /** The body the account acts for: a bank, a developer, a court. Absent as soon as the authorisation is withdrawn. */
  organisation?: ActingFor;
  grants: readonly { role: string; office: string }[];
  /** Colleagues on leave whose tasks the account may do meanwhile, with the posts they lent. Absent when there are none. */
  standsInFor?: readonly StandIn[];
  sessionId?: string;
  /** The session may do nothing but this until it is done: enrol a second factor, or choose a new password. */
  limitedTo?: 'second-factor' | 'password';
}

export interface StandIn {
  accountId: string;
  name: string;
  grants: readonly { role: string; office: string }[];
}

export interface ActingFor {
  id: string;
  name: string;
  kind: string;
  idType: string;
  idIndex: string;
  /** Codes of the businesses the agent may handle; absent or `*` for all. Row ONL-USR-04. */
  businesses?: readonly string[];
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
