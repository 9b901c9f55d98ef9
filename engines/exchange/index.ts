import type { Migrations } from '@hengchan/platform';

export { type BackoffPolicy, outboxBackoff } from './backoff.ts';
export { type CallContext, callDefined, callService } from './call.ts';
export type { CircuitPolicy } from './circuit.ts';
export { type DeliveryReport, deliverDue, forgetNonces, scheduleDelivery } from './deliver.ts';
export { fixedDirectory, type Peer, type PeerDirectory } from './directory.ts';
export { enqueue, enqueueAll, type OutboxMessage } from './enqueue.ts';
export type { KeyPair } from './envelope.ts';
export {
  type AbandonedMessage,
  type AnswerTo,
  createExchange,
  type Exchange,
  type ExchangeOptions,
  type ExchangePlatform,
  type IncomingName,
  type OutgoingName,
  openExchange,
  type RequestTo,
  type ServiceCode,
  type SettledMessage,
} from './exchange.ts';
export { onAbandoned, onDelivered, onIncoming, received } from './handlers.ts';
export { findCalls, findMessages, type LedgerFilter, openCall, redeliver } from './ledger.ts';
export {
  type CallOutcome,
  type PeerRefusal,
  type Unavailable,
  type UnavailableReason,
  unavailableReasons,
} from './outcome.ts';
export { fileDirectory, loadOwnKey, publishOwn } from './peers-file.ts';
export { exchangePlugin } from './plugin.ts';
export { type IncomingHeaders, incomingPath, receive, type SignedAnswer } from './receive.ts';
export {
  type AnswerOf,
  defineService,
  incoming,
  type OperationDefinition,
  outgoing,
  type RequestOf,
  type ServiceDefinition,
} from './service.ts';
export { type PeerStatus, peerStatus } from './status.ts';
export { toldAbout } from './told.ts';

export const exchangeMigrations: Migrations = {
  room: 'exchange',
  folder: new URL('./migrations/', import.meta.url),
};
