import type { Exchange } from './exchange.ts';
import { tables } from './exchange.ts';

export interface PeerStatus {
  code: string;
  title: string;
  department: string;
  /** Whether its address and key are known. */
  configured: boolean;
  state: 'normal' | 'failing' | 'stopped' | 'unused' | 'not-configured';
  stateTitle: string;
  circuit: 'closed' | 'open' | 'half-open';
  lastCall:
    | { at: Date; operation: string; direction: 'outgoing' | 'incoming'; outcome: string; latencyMs: number }
    | undefined;
  /** Over the last calls, at most `sample`: how many, what share was answered (0 to 1), and the time within which 95% were. */
  calls: number;
  successRate: number | undefined;
  p95Ms: number | undefined;
  /** Messages in the outbox not yet delivered, and given up. */
  waiting: number;
  dead: number;
  operations: { name: string; title: string; direction: 'outgoing' | 'incoming' }[];
}

const stateTitles = {
  normal: '正常',
  failing: '异常',
  stopped: '已暂停调用',
  unused: '尚无调用',
  'not-configured': '未配置',
} as const;

/** How every department's interface is doing, from the call log of the last `sample` calls each. Rows REG-ACC-05, ONL-CLR-01. */
export async function peerStatus(
  exchange: Exchange,
  { sample = 200 }: { sample?: number } = {},
): Promise<PeerStatus[]> {
  const database = tables(exchange.platform.database);
  const states = new Map(
    (await database.selectFrom('exchange.peer_state').selectAll().execute()).map((row) => [row.peer, row]),
  );
  const queued = await database
    .selectFrom('exchange.message')
    .select(['peer', 'status', (build) => build.fn.countAll<number>().as('count')])
    .where('status', '!=', 'delivered')
    .groupBy(['peer', 'status'])
    .execute();
  const count = (peer: string, dead: boolean) =>
    queued
      .filter((row) => row.peer === peer && (row.status === 'dead') === dead)
      .reduce((sum, row) => sum + Number(row.count), 0);
  return Promise.all(
    [...exchange.services.values()].map(async (service) => {
      const calls = await database
        .selectFrom('exchange.call')
        .select(['at', 'operation', 'direction', 'outcome', 'latency_ms'])
        .where('peer', '=', service.code)
        .orderBy('at', 'desc')
        .limit(sample)
        .execute();
      const circuit = states.get(service.code)?.state ?? 'closed';
      const configured = exchange.peers.find(service.code) !== undefined;
      const outgoing = calls.filter(
        (each) => each.direction === 'outgoing' && each.outcome !== 'not-configured',
      );
      const last = calls[0];
      const state = judge(configured, circuit, outgoing[0]?.outcome, calls.length);
      return {
        code: service.code,
        title: service.title,
        department: service.department,
        configured,
        state,
        stateTitle: stateTitles[state],
        circuit,
        lastCall: last && {
          at: last.at,
          operation: last.operation,
          direction: last.direction,
          outcome: last.outcome,
          latencyMs: last.latency_ms,
        },
        calls: outgoing.length,
        successRate:
          outgoing.length === 0
            ? undefined
            : outgoing.filter((each) => reached(each.outcome)).length / outgoing.length,
        p95Ms: percentile(
          outgoing.filter((each) => reached(each.outcome)).map((each) => each.latency_ms),
          0.95,
        ),
        waiting: count(service.code, false),
        dead: count(service.code, true),
        operations: Object.entries(service.operations).map(([name, { title, direction }]) => ({
          name,
          title,
          direction,
        })),
      };
    }),
  );
}

/** The department was there: a refusal is an answer too. */
function reached(outcome: string): boolean {
  return outcome === 'answered' || outcome === 'refused';
}

function judge(
  configured: boolean,
  circuit: string,
  lastOutgoing: string | undefined,
  calls: number,
): PeerStatus['state'] {
  if (!configured) return 'not-configured';
  if (circuit === 'open') return 'stopped';
  if (calls === 0) return 'unused';
  return lastOutgoing === undefined || reached(lastOutgoing) ? 'normal' : 'failing';
}

/** The smallest value that at least `share` of the values do not exceed. */
export function percentile(values: readonly number[], share: number): number | undefined {
  const sorted = [...values].sort((left, right) => left - right);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)];
}
