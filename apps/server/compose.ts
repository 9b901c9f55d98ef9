import { subzonesInForce } from '@hengchan/cadastre';
import { type Casework, makeDefinitions } from '@hengchan/casework';
import { catalogue } from '@hengchan/catalogue';
import { openSituations, type Situations } from '@hengchan/demonstration';
import { createDocuments } from '@hengchan/documents';
import { openExchange } from '@hengchan/exchange';
import { type Knowledge, seedKnowledge } from '@hengchan/knowledge';
import {
  closePayment,
  createPayment,
  listenForPayment,
  paymentHandlers,
  paymentWorks,
} from '@hengchan/payment';
import { type Config, createPlatform, type OpenPlatform, type PlatformOptions } from '@hengchan/platform';
import {
  assess,
  handlingOf,
  listenForCourt,
  type OfficeInfo,
  type Registration,
  registrationDeadlines,
  registrationHandlers,
  registrationRules,
  registrationWorks,
  seedCalendar,
  shelveFiles,
  stopNotices,
  watchSeizures,
  workOnStudies,
} from '@hengchan/registration';
import { openSecurity, type Security, separateClasses } from '@hengchan/security';
import { verifyEverything } from './commands/verify-everything.ts';
import { documentSignerOf } from './document-signer.ts';
import { type EvidenceKeys, evidenceKeysOf } from './evidence-keys.ts';
import { migrations } from './migrations.ts';
import { practiceCounters } from './practice-counters.ts';

/** The product put together: every room, opened on one platform. */
export interface Product extends OpenPlatform {
  registration: Registration;
  security: Security;
  knowledge: Knowledge;
  /** Cases to practise on; undefined in production. */
  situations: Situations | undefined;
  evidenceKeys: EvidenceKeys;
}

/** Opens the database and puts the rooms together. Nothing listens and no job runs yet. */
export async function compose(
  config: Config,
  offices: readonly OfficeInfo[],
  options: Omit<PlatformOptions, 'migrations'> = {},
): Promise<Product> {
  const opened = await createPlatform(config, { ...options, migrations });
  await opened.open.asOwner(separateClasses);
  const { platform } = opened;
  const exchange = openExchange(platform);
  const owner = offices[0]?.name ?? '登记机构';
  const signer = await documentSignerOf(config, owner);
  const documents = await createDocuments(signer ? { signer } : {});
  const evidenceKeys = evidenceKeysOf(config, platform.keys);
  const officesByCode = new Map(offices.map((office) => [office.code, office]));
  const casework: Casework = {
    platform,
    definitions: makeDefinitions(catalogue),
    parts: { handlers: {}, works: {}, assess: async () => [], closed: async () => undefined },
  };
  const payment = createPayment({
    platform,
    exchange,
    documents,
    casework: () => casework,
    office: (code) => officesByCode.get(code),
    digitalYuan: async (db, office, versions) =>
      (await handlingOf(platform, db, office, versions)).digitalYuan,
  });
  const registration: Registration = {
    platform,
    casework,
    exchange,
    documents,
    certificates: { platform },
    payment,
    rulebook: registrationRules,
    evidenceKeys: evidenceKeys.publicKeys,
    offices: officesByCode,
    subzonesInForce,
  };
  const situations =
    config.mode === 'demo'
      ? openSituations({
          platform,
          offices: officesByCode,
          definitions: casework.definitions,
          atCounter: practiceCounters(platform, exchange),
        })
      : undefined;
  if (situations) registration.examples = (definition) => situations.example(definition);
  casework.parts = {
    handlers: { ...registrationHandlers(registration), ...paymentHandlers(payment) },
    works: { ...registrationWorks(registration), ...paymentWorks(payment) },
    assess: (trx, record, definition, moment) => assess(registration, trx, record, definition, moment),
    deadlines: registrationDeadlines(registration),
    closed: async (trx, record, _definition, phase) => {
      await closePayment(payment, trx, record, phase);
      await stopNotices(registration, trx, record);
    },
  };
  listenForPayment(payment);
  listenForCourt(registration);
  watchSeizures(registration);
  shelveFiles(registration);
  workOnStudies(registration);
  await seedCalendar(registration);
  const knowledge: Knowledge = { platform };
  await seedKnowledge(knowledge, registrationRules.list());
  const security = openSecurity({
    platform,
    lockfile: new URL('../../package-lock.json', import.meta.url),
    owner,
    verify: (on) => verifyEverything(on, evidenceKeys.publicKeys(), undefined),
  });
  const close = async () => {
    await opened.close();
    await documents.close();
  };
  return { ...opened, close, registration, security, knowledge, situations, evidenceKeys };
}
