import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { allocateNumber, recordCertificate } from '@hengchan/certificates';
import { demonstrationPlugin, seedDemonstration } from '@hengchan/demonstration';
import { appendLeaf } from '@hengchan/evidence';
import { type Outside, startOutside } from '@hengchan/outside';
import {
  createAccount,
  type HttpClient,
  loadConfig,
  type Platform,
  systemActor,
  systemHttpClient,
} from '@hengchan/platform';
import { type TestDatabase, testDatabase } from '@hengchan/platform/testing';
import { type Effect, enter, type SealedHolder, type Share } from '@hengchan/register';
import { maskIdNumber } from '@hengchan/standards';
import { compose, type Product } from '../../apps/server/compose.ts';
import { migrations } from '../../apps/server/migrations.ts';
import { type RunningServer, serve } from '../../apps/server/serve.ts';
import { type Client, signIn } from './client.ts';
import { office, officeInfo } from './office.ts';
import type { TestPerson } from './people.ts';

export { office };
export const password = 'Hengchan-2026';

/** A whole small world: the product on a database of its own, listening, with every other department as separate servers. */
export interface World {
  product: Product;
  platform: Platform;
  server: RunningServer;
  outside: Outside;
  open: TestDatabase;
  folder: string;
  /** Signs in, making the account of a person or bank first where there is none. */
  as(who: TestPerson | StaffRole): Promise<Client>;
  /** Registers a home to its owners through the register's own effects. */
  home(n: number, owners: readonly TestPerson[], options?: HomeOptions): Promise<Home>;
  close(): Promise<void>;
}

export type StaffRole =
  | 'acceptor'
  | 'reviewer'
  | 'approver'
  | 'enforcement-clerk'
  | 'supervisor'
  | 'cashier'
  | 'certificate-clerk'
  | 'surveyor'
  | 'system-admin'
  | 'security-admin'
  | 'audit-admin'
  | 'business-manager';

export interface HomeOptions {
  shares?: readonly Share[];
  area?: string;
  use?: string;
  registeredAt?: Date;
}

export interface Home {
  code: string;
  certificate: string;
  location: string;
}

export interface WorldOptions {
  /** Makes the outside world too; on unless told. */
  outside?: boolean;
  open?: TestDatabase;
  /** Makes the demonstration's city with so many units, its accounts, and what the departments know of them. */
  city?: number;
  /** The product waits no longer than this for a department, so that silence is found out quickly. */
  patienceMs?: number;
  /** How long somebody may do nothing and stay signed in: longer where the clock is moved on. */
  sessionMinutes?: number;
  /** More settings, by their names in the environment. */
  settings?: Record<string, string>;
}

export async function makeWorld(options: WorldOptions = {}): Promise<World> {
  const folder = await mkdtemp(join(tmpdir(), 'hengchan-world-'));
  const open = options.open ?? (await testDatabase(migrations, 12));
  const config = loadConfig({
    HENGCHAN_DATA: folder,
    HENGCHAN_PORT: '0',
    HENGCHAN_LOG_LEVEL: 'error',
    HENGCHAN_RATE_LIMIT: '100000',
    ...(options.sessionMinutes === undefined
      ? {}
      : { HENGCHAN_SESSION_MINUTES: String(options.sessionMinutes) }),
    ...options.settings,
  });
  const http = options.patienceMs === undefined ? {} : { http: patient(options.patienceMs) };
  const product = await compose(config, [officeInfo], { open, ...http });
  if (options.city !== undefined)
    await seedDemonstration(product.platform, { units: options.city, dataFolder: folder });
  const server = await serve(product, options.city === undefined ? [] : [demonstrationPlugin(product)]);
  const outside =
    options.outside === false
      ? { urls: {}, fault: () => undefined, setCallbackBase: () => undefined, stop: async () => undefined }
      : await startOutside({
          dataFolder: join(folder, 'outside'),
          exchangeFolder: join(folder, 'exchange'),
          callbackBase: server.address,
        });
  const { platform } = product;
  const clients = new Map<string, Client>();

  async function as(who: TestPerson | StaffRole): Promise<Client> {
    const login = typeof who === 'string' ? who : who.login;
    const known = clients.get(login);
    if (known) return known;
    await makeAccount(platform, who);
    const client = await signIn(server.address, login, password);
    clients.set(login, client);
    return client;
  }

  return {
    product,
    platform,
    server,
    outside: outside as Outside,
    open,
    folder,
    as,
    home: (n, owners, home) => registerHome(platform, n, owners, home),
    close: async () => {
      await outside.stop();
      await server.stop();
      await open.close().catch(() => undefined);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function patient(patienceMs: number): HttpClient {
  const http = systemHttpClient();
  return {
    request: (request) => http.request({ ...request, timeoutMs: Math.min(request.timeoutMs, patienceMs) }),
  };
}

/** Registers a home to its owners through the register's own effects. */
export async function registerHome(
  platform: Platform,
  n: number,
  owners: readonly TestPerson[],
  home: HomeOptions = {},
): Promise<Home> {
  const number = String(n).padStart(4, '0');
  const code = `${office}001001GB00001F0001${number}`;
  const location = `常州市天宁区青枫里1幢${n}室`;
  const holders = owners.map((owner, index) => sealed(platform, owner, home.shares?.[index]));
  const certificate = await platform.database.transaction().execute(async (trx) => {
    const now = home.registeredAt ?? new Date(platform.clock.now().getTime() - 6 * 365 * 86_400_000);
    const made = await allocateNumber(trx, { office, province: '苏', place: '常州市' }, 'certificate', now);
    const effect: Effect = {
      type: 'first-registration',
      unit: code,
      reason: '首次登记',
      rightType: '4',
      coOwnership: owners.length === 1 ? '0' : home.shares ? '2' : '1',
      certificate: made,
      holders,
      facts: {
        code,
        kind: 'house',
        location,
        area: home.area ?? '98.76',
        use: home.use ?? '11',
        landUse: '071',
        parcelCode: code.slice(0, 19),
        rightsNature: '102',
        structure: '3',
        totalFloors: 18,
        floor: '6',
        roomNo: String(n),
        buildingNo: '1',
        landTermFrom: '2010-03-15',
        landTermTo: '2080-03-14',
        houseType: '1',
        houseNature: '0',
      },
    };
    const [entry] = await enter(trx, {
      office,
      caseNo: `${office}20100101${String(n).padStart(6, '0')}`,
      business: 'first-registration',
      registrar: '测试登记员',
      mode: 'manual',
      now,
      effects: [effect],
    });
    if (!entry) throw new Error('nothing was entered');
    await appendLeaf(trx, {
      office,
      kind: 'entry',
      subject: String(entry.number),
      data: { hash: entry.hash },
    });
    await recordCertificate(trx, {
      office,
      number: made,
      kind: 'certificate',
      unit_code: code,
      location,
      case_no: entry.caseNo,
      entry_number: entry.number,
      holder_names: holders.map((holder) => holder.name),
      holder_indexes: holders.map((holder) => holder.idIndex),
      issued_at: entry.enteredAt,
    });
    return made;
  });
  return { code, certificate, location };
}

export function sealed(platform: Platform, owner: TestPerson, share?: Share): SealedHolder {
  return {
    name: owner.name,
    idType: owner.idType,
    idSealed: platform.cipher.seal(owner.idNumber),
    idIndex: platform.cipher.index(owner.idNumber),
    idMasked: maskIdNumber(owner.idNumber),
    holderKind: owner.idType === '8' ? '2' : '1',
    ...(share ? { share } : {}),
  };
}

/** The account of a person, the body a person acts for, or somebody of the office's staff. */
export async function makeAccount(
  platform: Platform,
  who: TestPerson | StaffRole | { login: string; role: StaffRole },
): Promise<void> {
  if (typeof who === 'string') return makeAccount(platform, { login: who, role: who });
  if ('role' in who) {
    await createAccount(platform, systemActor, {
      login: who.login,
      password,
      name: `测试${who.login}`,
      kind: 'staff',
      backgroundChecked: true,
      roles: [{ role: who.role, office, purpose: '测试' }],
    } as never);
    return;
  }
  const body = who.idType === '8';
  await createAccount(platform, systemActor, {
    login: who.login,
    password,
    name: body ? `${who.name}经办人` : who.name,
    kind: body ? 'organisation' : 'person',
    ...(body
      ? {
          organisation: {
            kind: who.body ?? (/法院/.test(who.name) ? 'court' : 'bank'),
            name: who.name,
            idType: who.idType,
            idNumber: who.idNumber,
          },
        }
      : { idType: who.idType, idNumber: who.idNumber }),
  });
}
