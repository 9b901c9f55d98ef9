import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Database, Platform, Transaction } from '@hengchan/platform';
import { type BackoffPolicy, outboxBackoff } from './backoff.ts';
import { type CircuitPolicy, standardCircuit } from './circuit.ts';
import { departments } from './departments/index.ts';
import type { PeerDirectory } from './directory.ts';
import type { KeyPair } from './envelope.ts';
import type { UnavailableReason } from './outcome.ts';
import { fileDirectory, loadOwnKey, ownCode } from './peers-file.ts';
import { makeRecorder, type Recorder } from './record.ts';
import type { AnswerOf, RequestOf, ServiceDefinition } from './service.ts';
import type { ExchangeTables } from './tables.ts';

/** The part of the platform the exchange stands on. */
export type ExchangePlatform = Pick<
  Platform,
  'database' | 'clock' | 'ids' | 'random' | 'log' | 'cipher' | 'http' | 'events'
>;

/** A message that reached its department, or never will, told to the room that wrote it. */
export interface SettledMessage<Request, Answer> {
  office: string;
  caseNo: string | undefined;
  messageNo: string;
  payload: Request;
  answer: Answer;
}

export type AbandonedMessage<Request> = Omit<SettledMessage<Request, never>, 'answer'> & {
  reason: UnavailableReason;
  text: string;
};

type IncomingHandler = (
  trx: Transaction,
  payload: unknown,
  from: { peer: string; messageNo: string },
) => Promise<unknown>;
type DeliveredHandler = (trx: Transaction, message: SettledMessage<unknown, unknown>) => Promise<void>;
type AbandonedHandler = (trx: Transaction, message: AbandonedMessage<unknown>) => Promise<void>;

export interface Exchange {
  platform: ExchangePlatform;
  own: KeyPair & { code: string };
  peers: PeerDirectory;
  services: ReadonlyMap<string, ServiceDefinition>;
  circuit: CircuitPolicy;
  backoff: BackoffPolicy;
  /** Waiting between the attempts of one direct call. */
  pause(milliseconds: number): Promise<unknown>;
  record: Recorder;
  /** Peers that were well when last looked at, and until when that is believed without looking again. */
  well: Map<string, number>;
  incoming: Map<string, IncomingHandler>;
  delivered: Map<string, DeliveredHandler>;
  abandoned: Map<string, AbandonedHandler>;
}

export interface ExchangeOptions {
  own: KeyPair;
  peers: PeerDirectory;
  /** Beyond the departments documented in docs/protocols. */
  services?: readonly ServiceDefinition[];
  circuit?: Partial<CircuitPolicy>;
  backoff?: Partial<BackoffPolicy>;
  pause?: (milliseconds: number) => Promise<unknown>;
}

/** Puts an exchange together. Throws when two services claim the same code. */
export function createExchange(platform: ExchangePlatform, options: ExchangeOptions): Exchange {
  const services = new Map<string, ServiceDefinition>();
  for (const service of [...Object.values(departments), ...(options.services ?? [])] as ServiceDefinition[]) {
    if (services.has(service.code)) throw new Error(`two services are called ${service.code}`);
    services.set(service.code, service);
  }
  return {
    platform,
    own: { ...options.own, code: ownCode },
    peers: options.peers,
    services,
    circuit: { ...standardCircuit, ...options.circuit },
    backoff: { ...outboxBackoff, ...options.backoff },
    pause: options.pause ?? wait,
    record: makeRecorder(platform),
    well: new Map(),
    incoming: new Map(),
    delivered: new Map(),
    abandoned: new Map(),
  };
}

/** The exchange of the running product: key and peers beside HENGCHAN_PEERS, or in `exchange/` of the data folder. */
export function openExchange(platform: ExchangePlatform & Pick<Platform, 'config'>): Exchange {
  const { peersFile, dataFolder } = platform.config;
  const file = peersFile ?? join(dataFolder, 'exchange', 'peers.json');
  const own = loadOwnKey(dirname(file), (length) => platform.random.bytes(length));
  return createExchange(platform, { own, peers: fileDirectory(file) });
}

export const tables = (database: Database) => database.withTables<ExchangeTables>();

type Services = typeof departments;
export type ServiceCode = keyof Services;
type Operations<Code extends ServiceCode> = Services[Code]['operations'];
type Directed<Code extends ServiceCode, Direction> = {
  [Name in keyof Operations<Code>]: Operations<Code>[Name] extends { direction: Direction } ? Name : never;
}[keyof Operations<Code>] &
  string;
export type OutgoingName<Code extends ServiceCode> = Directed<Code, 'outgoing'>;
export type IncomingName<Code extends ServiceCode> = Directed<Code, 'incoming'>;
export type RequestTo<Code extends ServiceCode, Name extends keyof Operations<Code>> = RequestOf<
  Operations<Code>[Name]
>;
export type AnswerTo<Code extends ServiceCode, Name extends keyof Operations<Code>> = AnswerOf<
  Operations<Code>[Name]
>;
