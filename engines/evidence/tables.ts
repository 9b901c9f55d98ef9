import type { Database, Migrations, Transaction } from '@hengchan/platform';
import type { Generated, GeneratedAlways } from 'kysely';
import type { HashName } from './verify-offline.ts';

/** What a leaf is about. */
export type LeafKind = 'entry' | 'recording' | 'notice' | 'read' | 'key';

/** Rows of the schema `evidence`. The migration's comments say what a row means. */
export type EvidenceTables = {
  'evidence.leaf': { office: string; id: Generated<string>; kind: LeafKind; subject: string; data: string };
  'evidence.pending': { office: string; arrived: GeneratedAlways<number>; leaf_id: string };
  'evidence.log': { office: string; hash: HashName; size: Generated<number> };
  'evidence.position': { office: string; leaf_index: number; leaf_id: string; leaf_hash: Uint8Array };
  'evidence.node': { office: string; level: number; node_index: number; hash: Uint8Array };
  'evidence.checkpoint': { office: string; size: number; root: Uint8Array; note: string; signed_at: Date };
};

export const evidenceMigrations: Migrations = {
  room: 'evidence',
  folder: new URL('./migrations/', import.meta.url),
};

/** The database as this engine sees it: its own tables only. */
export const tables = (database: Database | Transaction) =>
  (database as Database).withTables<EvidenceTables>();
