import { spawn } from 'node:child_process';
import type { BusinessDefinition } from '@hengchan/casework';
import type { Situation } from '@hengchan/demonstration';
import pg from 'pg';
import { expect } from 'vitest';
import type { UnitEvent, UnitView } from '../../services/registration/register-schema.ts';
import type { CaseView } from '../../services/registration/schema.ts';
import { asker, deepFaults, registerFaults } from './checks.ts';
import type { Client } from './client.ts';
import type { World } from './world.ts';

export interface Outcome {
  readonly definition: BusinessDefinition;
  readonly situation: Situation;
  readonly done: CaseView;
  /** Somebody of the office who may read the register and certificates. */
  readonly clerk: Client;
}

/** What must be so when a case of any business has come to its end. */
export async function checkOutcome({ definition, situation, done, clerk }: Outcome): Promise<void> {
  const { units } = situation.application;
  const entries = done.result?.entries ?? [];
  expect(entries.length).toBe(situation.entries);
  const certificates = done.result?.certificates ?? [];
  const kinds = new Set(certificates.map((each) => each.kind));
  const wanted = {
    certificate: ['不动产权证书'],
    proof: ['不动产登记证明'],
    both: ['不动产权证书', '不动产登记证明'],
    none: [],
  }[definition.outcome];
  expect([...kinds].sort(), 'what was issued').toEqual(wanted);
  for (const { number, holders } of certificates) await checkDocument(clerk, number, holders);
  const touched = new Set<number>();
  for (const code of new Set([...units, ...((situation.application.form.successors as string[]) ?? [])])) {
    for (const number of await checkPage(clerk, done.caseNo, code)) touched.add(number);
  }
  const seen = entries.filter((entry) => touched.has(entry.number)).length;
  expect(seen, 'entries in the history of the units').toBeGreaterThan(0);
}

interface CertificateBody {
  status: string;
  unitCode: string;
  holders: string[];
}

/** The document of a certificate can be read, and says whose it is and of what. */
async function checkDocument(clerk: Client, number: string, holders: readonly string[]): Promise<void> {
  const path = `/api/certificates/${encodeURIComponent(number)}`;
  const { status, body } = await clerk.get<CertificateBody>(path);
  expect(status, number).toBe(200);
  expect(body.status).toBe('valid');
  const pdf = await clerk.get<ArrayBuffer>(`${path}/document`);
  expect(pdf.status, `document of ${number}`).toBe(200);
  const text = await textOf(Buffer.from(pdf.body));
  if (text === undefined) return;
  for (const part of [...holders, body.unitCode]) expect(text, number).toContain(part);
}

/** The page of a unit and its history agree. Answers the numbers of the entries a case made on it. */
async function checkPage(clerk: Client, caseNo: string, code: string): Promise<number[]> {
  const page = await clerk.get<UnitView>(`/api/register/units/${code}`);
  expect(page.status, `page of ${code}`).toBe(200);
  const history = await clerk.get<{ items: UnitEvent[]; nextCursor?: string }>(
    `/api/register/units/${code}/history?limit=100`,
  );
  expect(history.body.nextCursor).toBeUndefined();
  const numbers = history.body.items.map((event) => event.number);
  expect(new Set(numbers).size).toBe(numbers.length);
  for (const event of history.body.items) expect(event.text).toMatch(/[\u4e00-\u9fff]/);
  const made = history.body.items.filter((event) => event.caseNo === caseNo);
  expect(made.length, `history of ${code}`).toBeGreaterThan(0);
  const current = [...page.body.rights, ...page.body.restrictions];
  if (page.body.closed) expect(current).toEqual([]);
  return made.map((event) => event.number);
}

let readable: boolean | undefined;

/** Text of a PDF without its spaces; undefined where there is no pdftotext. */
async function textOf(pdf: Buffer): Promise<string | undefined> {
  if (readable === false) return undefined;
  return new Promise((resolve, reject) => {
    const reader = spawn('pdftotext', ['-layout', '-', '-'], { stdio: ['pipe', 'pipe', 'ignore'] });
    const parts: Buffer[] = [];
    reader.on('error', () => {
      readable = false;
      resolve(undefined);
    });
    reader.stdout.on('data', (part: Buffer) => parts.push(part));
    reader.on('close', (code) => {
      if (code === 0) resolve(Buffer.concat(parts).toString('utf8').replaceAll(/\s/g, ''));
      else reject(new Error('pdftotext cannot read it'));
    });
    reader.stdin.on('error', () => undefined).end(pdf);
  });
}

/** What is wrong with the whole register of an office, its certificates, cases, evidence and audit; empty when nothing is. */
export async function registerAtLarge({ open, product }: World, office: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: open.url });
  await client.connect();
  try {
    return [...(await registerFaults(asker(client), office)), ...(await deepFaults(product, office))];
  } finally {
    await client.end();
  }
}
