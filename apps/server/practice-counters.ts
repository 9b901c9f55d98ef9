import type { Exchange } from '@hengchan/exchange';
import type { Platform } from '@hengchan/platform';

const patienceMs = 5_000;

/**
 * For practice only: what a citizen would do at another department's own counter before a case (docs/protocols/91-stand-ins.md), on the
 * stand-in this platform is connected to. Answers nothing where there is no stand-in within reach.
 */
export const practiceCounters =
  ({ http, log }: Platform, { peers }: Exchange) =>
  async (department: string, act: string, order: object): Promise<unknown> => {
    const peer = peers.find(department);
    if (!peer) return undefined;
    try {
      const answer = await http.request({
        url: `${peer.url}/demo/${act}`,
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(order),
        timeoutMs: patienceMs,
      });
      return answer.status === 200 ? JSON.parse(Buffer.from(answer.body).toString('utf8')) : undefined;
    } catch (error) {
      log.warn({ error, department, act }, 'no counter to practise at');
      return undefined;
    }
  };
