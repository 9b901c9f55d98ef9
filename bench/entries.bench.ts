import { appendLeaf } from '@hengchan/evidence';
import { createPlatform, loadConfig } from '@hengchan/platform';
import { enter } from '@hengchan/register';
import { migrations } from '../apps/server/migrations.ts';
import { environment, openCity } from './support/city.ts';
import { cityDatabase, copyDatabase, openCluster } from './support/cluster.ts';
import { makeScripts, runScripts } from './support/floor.ts';
import { benchOptions } from './support/options.ts';
import { endRecording, readRecording, startRecording } from './support/recording.ts';
import { table, verdict } from './support/report.ts';

/**
 * Entries a second, each in a transaction of its own with its evidence leaf: transfers of homes, several at the same time as
 * registrars make them. The floor is pgbench writing the same rows in the same transactions.
 */
const options = benchOptions();
const cluster = await openCluster(options.units);
try {
  const city = await openCity(cluster, options.units);
  await copyDatabase(cluster, cityDatabase, 'entries');
  await copyDatabase(cluster, cityDatabase, 'floor');
  const url = cluster.url('entries');
  const opened = await createPlatform(loadConfig(environment(cluster, 'entries')), { migrations });
  const { database, clock, cipher } = opened.platform;
  const { code: office } = city.office;
  const deals = city.deals.values();
  const transfer = async ({ number, unit, buyer }: (typeof city.deals)[number]) => {
    await database.transaction().execute(async (trx) => {
      const entries = await enter(trx, {
        office,
        caseNo: `${office}20261120${String(number).padStart(6, '0')}`,
        business: 'resale-transfer',
        registrar: '测试登记员',
        mode: 'manual',
        now: clock.now(),
        effects: [
          {
            type: 'transfer',
            unit,
            reason: '买卖',
            coOwnership: '0',
            certificate: `苏（2026）基准第${String(number).padStart(7, '0')}号`,
            holders: [
              {
                name: buyer.name,
                idType: buyer.idType,
                idSealed: cipher.seal(buyer.idNumber),
                idIndex: cipher.index(buyer.idNumber),
                idMasked: '320***********0019',
                holderKind: '1',
              },
            ],
          },
        ],
      });
      for (const entry of entries) {
        await appendLeaf(trx, {
          office,
          kind: 'entry',
          subject: String(entry.number),
          data: { hash: entry.hash },
        });
      }
    });
  };
  const [first] = deals;
  if (first) await transfer(first);
  await startRecording(url);
  const started = performance.now();
  let done = 0;
  await Promise.all(
    Array.from({ length: options.parallel }, async () => {
      for (const deal of deals) {
        if (performance.now() - started > options.seconds * 1000) return;
        await transfer(deal);
        done += 1;
      }
    }),
  );
  const rate = (done * 1000) / (performance.now() - started);
  const written = await readRecording(url);
  await endRecording(url);
  await opened.close();
  const script = await makeScripts(cluster.url('floor'));
  const share = (at: number) => written.filter((_transaction, index) => index % options.parallel === at);
  const unchecked = 'SET session_replication_role = replica;\n';
  const seconds = await runScripts(
    cluster,
    'floor',
    Array.from({ length: options.parallel }, (_, at) => unchecked + script(share(at))),
  );
  table([
    ['entries', done],
    ['rows written an entry', written.reduce((sum, { changes }) => sum + changes.length, 0) / done],
    ['entries/s with evidence leaf', rate],
    ['entries/s of the floor', done / seconds],
  ]);
  verdict('entries a second', (rate * seconds) / done, 0.3);
} finally {
  await cluster.stop();
}
