import type { Actor } from '@hengchan/platform';
import { type TestPlatform, testActor, testPlatform } from '@hengchan/platform/testing';
import { maskIdNumber } from '@hengchan/standards';
import type { Casework, CaseworkParts } from '../casework.ts';
import { makeDefinitions } from '../definitions.ts';
import { caseworkMigrations } from '../index.ts';
import { type NewCase, openCase } from '../open.ts';
import { treeAdoption } from './tree-adoption.ts';
import { treeWatering } from './tree-watering.ts';

export const office = '320402';

/** Casework with the tree adoption on a database of the test's own; what the handlers did and should do is in `log` and `say`. */
export interface Grove {
  casework: Casework;
  platform: TestPlatform;
  log: string[];
  say: { plant?: string; fail?: string; block?: boolean; frost?: Date; noCover?: boolean };
  neighbour(n: number): Actor;
  staff(role: 'reviewer' | 'approver', name?: string): Actor;
  open(actor: Actor, change?: Partial<NewCase>): Promise<string>;
}

export async function makeGrove(): Promise<Grove> {
  const platform = await testPlatform({ migrations: [caseworkMigrations] });
  const log: string[] = [];
  const say: Grove['say'] = {};
  const parts: CaseworkParts = {
    handlers: {
      look: {
        prepare: async () => 'seen',
        apply: async (_trx: unknown, _context: unknown, seen: string) => {
          log.push(seen);
        },
      },
      plant: {
        apply: async () => {
          if (say.fail) throw new Error(say.fail);
          log.push('planted');
          return say.plant;
        },
      },
    } as unknown as CaseworkParts['handlers'],
    works: {
      note: async (_trx, { comment }) => {
        log.push(`note:${comment ?? ''}`);
      },
      cover: async () => {
        if (say.noCover) throw new Error('no cover');
        log.push('covered');
      },
    },
    deadlines: { frost: async () => (say.frost ? { at: say.frost } : undefined) },
    assess: async () => (say.block ? [{ code: 'TREE_TOO_OLD', outcome: 'block', message: '树龄过大' }] : []),
    closed: async (_trx, _record, _definition, phase) => {
      log.push(`closed:${phase}`);
    },
  };
  const casework: Casework = { platform, definitions: makeDefinitions([treeAdoption, treeWatering]), parts };
  const neighbour = (n: number) =>
    testActor({ kind: 'person', accountId: `neighbour-${n}`, name: `邻居${n}`, idIndex: `index-${n}` });
  const staff = (role: 'reviewer' | 'approver', name: string = role) =>
    testActor({ kind: 'staff', accountId: name, name, roles: [{ role, office }] });
  return {
    casework,
    platform,
    log,
    say,
    neighbour,
    staff,
    open: (actor, change = {}) =>
      openCase(casework, actor, {
        definition: treeAdoption,
        office,
        channel: 'online',
        form: { tree: '香樟' },
        parties: [1, 2].map((n) => ({
          role: 'neighbour',
          name: `邻居${n}`,
          idType: '1',
          idSealed: 'sealed',
          idIndex: `index-${n}`,
          idMasked: maskIdNumber('320402190503150019'),
        })),
        units: [
          {
            code: '320402001001GB00001F00010001',
            location: '常州市天宁区青枫里1号',
            area: '1.00',
            use: '行道树',
          },
        ],
        ...change,
      }),
  };
}
