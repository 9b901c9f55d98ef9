import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { type Client, until } from '../../support/client.ts';
import { person, type TestPerson } from '../../support/people.ts';
import { party } from '../../support/situations.ts';
import { type Home, office } from '../../support/world.ts';
import type { Stage } from './stage.ts';

/** What registrars do at the desk, and cases for them to do it with. */

/** Takes an action over HTTP as soon as the case offers it. */
export async function act(
  client: Client,
  caseNo: string,
  action: string,
  data?: Record<string, unknown>,
): Promise<void> {
  await until(client, caseNo, (view) => view.availableActions.some((each) => each.action === action), 40);
  const { status, body } = await client.act(caseNo, action, data);
  expect(status, JSON.stringify(body)).toBe(200);
}

/** A resale both sides have confirmed on their devices: it waits to be accepted. */
export async function confirmedTransfer(
  { world }: Stage,
  home: Home,
  [seller, buyer]: readonly [TestPerson, TestPerson],
): Promise<string> {
  const [selling, buying] = [await world.as(seller), await world.as(buyer)];
  const { status, body } = await selling.post<{ caseNo: string }>('/api/cases', {
    business: 'resale-transfer',
    office,
    units: [home.code],
    parties: [party('transferor', seller), party('transferee', buyer)],
    form: { price: '1280000.00', coOwnership: '0' },
  });
  expect(status, JSON.stringify(body)).toBe(201);
  await act(selling, body.caseNo, 'submit');
  await act(selling, body.caseNo, 'confirm', { understood: true });
  await act(buying, body.caseNo, 'confirm', { understood: true });
  return body.caseNo;
}

/** Chooses from a list of the desk, which opens over the page. */
export async function choose(page: Page, label: string, option: string): Promise<void> {
  await page.getByLabel(label, { exact: true }).click();
  await page.locator('.ant-select-item-option').filter({ hasText: option }).click();
}

/** Presses one of the decisions at the foot of a case. */
export const decide = (page: Page, title: string): Promise<void> =>
  page.getByRole('region', { name: '办理' }).getByRole('button', { name: title, exact: true }).click();

export const twoPeople = (n: number): [TestPerson, TestPerson] => [person(n), person(n + 1)];
