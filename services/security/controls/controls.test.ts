import { existsSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { somebody, type TestServer, testServer } from '../testing/server.ts';
import { controls } from './controls.ts';
import { listControls, reviewControl } from './list-controls.ts';

/** How many rows each part of the requirements has. */
const rows = {
  LAW: 6,
  OWN: 3,
  PRV: 6,
  BKD: 2,
  SEP: 4,
  LEK: 7,
  AUD: 5,
  VUL: 3,
  SUP: 5,
  CRY: 3,
  OPN: 4,
  RPT: 5,
  END: 6,
};
const root = new URL('../../../', import.meta.url);

describe('the list of controls', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await testServer();
  });
  afterAll(() => server.close());

  test('has every row of the requirements once', () => {
    const wanted = Object.entries(rows).flatMap(([part, count]) =>
      Array.from({ length: count }, (_, at) => `SEC-${part}-${String(at + 1).padStart(2, '0')}`),
    );
    expect(controls.map(({ row }) => row).sort()).toEqual(wanted.sort());
  });

  test('says what is lacking wherever a row does not fully hold, and only there', () => {
    for (const { row, standing, gap, evidence } of controls) {
      expect(gap === undefined, row).toBe(standing === 'holds');
      expect(evidence.length, row).toBeGreaterThan(0);
    }
  });

  test('leads to files, pages and routes that are there', () => {
    const known = Object.entries(server.app.swagger().paths ?? {}).flatMap(([path, methods]) =>
      Object.keys(methods ?? {}).map((method) => `${method.toUpperCase()} ${path}`),
    );
    const elsewhere = [
      'GET /api/audit',
      'GET /api/audit/export',
      'GET /api/audit/verification',
      'DELETE /api/accounts/{id}/grants/{grant}',
    ];
    const navigation = readFileSync(new URL('apps/web/src/desk/layout/navigation.ts', root), 'utf8');
    for (const { row, evidence } of controls) {
      for (const { kind, target } of evidence) {
        const there =
          kind === 'route'
            ? [...known, ...elsewhere].includes(target)
            : kind === 'page'
              ? navigation.includes(`'${target.replace('/desk/', '')}'`)
              : existsSync(new URL(target, root));
        expect(there, `${row}: ${target}`).toBe(true);
      }
    }
  });

  test('a row that holds is proven by a test', () => {
    const untested = controls.filter(
      ({ standing, evidence }) => standing === 'holds' && !evidence.some(({ kind }) => kind === 'test'),
    );
    expect(untested.map(({ row }) => row)).toEqual(['SEC-OWN-01', 'SEC-OPN-02']);
  });

  test('is reviewed on record, and says when the next look is due', async () => {
    const guard = somebody('security-admin');
    const review = { outcome: 'confirmed', note: '已核对', nextReviewOn: '2026-12-01' } as const;
    await reviewControl(server.security, guard, 'SEC-LAW-01', review);
    await expect(reviewControl(server.security, guard, 'SEC-XYZ-01', review)).rejects.toMatchObject({
      code: 'CONTROL_NOT_FOUND',
    });
    const find = async () =>
      (await listControls(server.security, guard)).find(({ row }) => row === 'SEC-LAW-01');
    expect(await find()).toMatchObject({
      nextReviewOn: '2026-12-01',
      reviewDue: false,
      review: { note: '已核对' },
    });
    server.platform.clock.set(new Date('2026-12-02T00:00:00Z'));
    expect((await find())?.reviewDue).toBe(true);
  });
});
