/** Why there is no answer to rely on. Whatever the reason, the matter stays 未核验: it never counts as passed. */
export const unavailableReasons = {
  'not-configured': '尚未配置该部门的接口',
  'circuit-open': '该部门接口近期连续失败，暂停调用',
  timeout: '该部门接口超时未应答',
  unreachable: '无法连接该部门接口',
  'server-error': '该部门接口报错',
  'bad-signature': '该部门应答验签不通过',
  'clock-skew': '该部门系统时钟与本系统相差过大',
  'bad-answer': '该部门应答不符合接口规范',
  refused: '该部门拒绝了请求',
} as const;

export type UnavailableReason = keyof typeof unavailableReasons;

/** A refusal the peer signed: it is alive, and says what is wrong with the request. */
export interface PeerRefusal {
  status: number;
  code: string;
  title: string;
}

export interface Unavailable {
  outcome: 'unavailable';
  reason: UnavailableReason;
  /** 未核验 and why, in words for the person who waits for it. */
  text: string;
  refusal?: PeerRefusal;
}

export type CallOutcome<Answer> = { outcome: 'answered'; data: Answer } | Unavailable;

export function unavailable(reason: UnavailableReason, refusal?: PeerRefusal): Unavailable {
  const text = `未核验：${refusal ? `${unavailableReasons.refused}（${refusal.title}）` : unavailableReasons[reason]}`;
  return refusal
    ? { outcome: 'unavailable', reason, text, refusal }
    : { outcome: 'unavailable', reason, text };
}

/** Whether another attempt at once could help. A refusal is an answer; a wrong key or shape does not mend itself. */
export function isWorthRetrying(reason: UnavailableReason): boolean {
  return reason === 'timeout' || reason === 'unreachable' || reason === 'server-error';
}
