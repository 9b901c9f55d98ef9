import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import { buildWeb } from '../../../apps/server/commands/web-build.ts';
import type { TestPerson } from '../../support/people.ts';
import { makeWorld, password, type StaffRole, type World } from '../../support/world.ts';
import { findChromium, launchChromium, noChromium } from './chromium.ts';
import { picturesFolder } from './inspect.ts';

export const phone = { width: 390, height: 844 };
export const narrow = { width: 360, height: 740 };
export const desktop = { width: 1440, height: 900 };

export interface PageOptions {
  viewport?: { width: number; height: number };
  /** Signed in already, as if earlier that day. */
  as?: TestPerson | StaffRole;
  /** What the browser may complain about because the journey makes it happen. */
  forgive?: RegExp;
}

/** What a journey plays on: the product with its pages, and browsers to look at them with. */
export interface Stage {
  readonly world: World;
  readonly base: string;
  /** A page of a browser of its own: no cookie or storage is shared with another. */
  open(options?: PageOptions): Promise<Page>;
}

/** The first question of every page: who is signed in. Nobody is an answer, not a fault, yet browsers report it. */
const nobodySignedIn = /status of 401 .*\/api\/sessions\/current$/;
/** Out of the demonstration nobody offers accounts to try; the sign-in page asks before it knows. */
const noDemonstration = /status of 404 .*\/api\/demo\/accounts$/;

/** Patience with a machine that does other work beside. */
const patience = 30_000;

/**
 * Registers the hooks of a file of journeys: one world and one browser for all, nothing of a browser kept from one test to the next,
 * and no test passes when a page complained on its console. Without Chromium every test is skipped with the reason.
 */
export function prepareStage(): Stage {
  const program = findChromium();
  let world: World | undefined;
  let browser: Browser | undefined;
  let contexts: BrowserContext[] = [];
  let complaints: string[] = [];

  beforeAll(async () => {
    if (program === undefined) return;
    buildWeb(() => undefined);
    [world, browser] = await Promise.all([makeWorld(), launchChromium(program)]);
  }, 180_000);
  beforeEach(({ skip }) => skip(program === undefined, noChromium));
  afterEach(async ({ task }) => {
    const heard = complaints;
    const failed = task.result?.state === 'fail';
    if (failed)
      await Promise.all(
        contexts
          .flatMap((context) => context.pages())
          .map((page, index) => leavePicture(page, `${task.id}-${index}`)),
      );
    await Promise.all(contexts.map((context) => context.close()));
    [contexts, complaints] = [[], []];
    expect(heard, 'complaints on the console').toEqual([]);
  });
  afterAll(async () => {
    await browser?.close();
    await world?.close();
  });

  const stage: Stage = {
    get world() {
      if (world === undefined) throw new Error('the stage is not set yet');
      return world;
    },
    get base() {
      return stage.world.server.address;
    },
    async open({ viewport = desktop, as, forgive } = {}) {
      if (browser === undefined) throw new Error('the stage is not set yet');
      const context = await browser.newContext({
        viewport,
        deviceScaleFactor: viewport === desktop ? 1 : 2,
        baseURL: stage.base,
        locale: 'zh-CN',
        timezoneId: 'Asia/Shanghai',
        acceptDownloads: true,
        // What fades or slides has neither contrast nor place while it does.
        reducedMotion: 'reduce',
      });
      contexts.push(context);
      context.setDefaultTimeout(patience);
      const complain = (text: string) => {
        if (!nobodySignedIn.test(text) && !noDemonstration.test(text) && !forgive?.test(text))
          complaints.push(text);
      };
      context.on('console', (message) => {
        if (message.type() === 'error') complain(`${message.text()} ${message.location().url}`);
      });
      context.on('weberror', (fault) => complain(String(fault.error())));
      const page = await context.newPage();
      if (as !== undefined) {
        await stage.world.as(as);
        await enter(page, typeof as === 'string' ? as : as.login);
      }
      return page;
    },
  };
  return stage;
}

/** Of a page as it stood when a test failed, where somebody wants pictures. */
async function leavePicture(page: Page, name: string): Promise<void> {
  if (picturesFolder)
    await page.screenshot({ path: join(picturesFolder, `failed-${name}.png`), fullPage: true });
}

/** Takes a session for the page without the sign-in page. */
async function enter(page: Page, account: string): Promise<void> {
  const answer = await page.request.post('/api/sessions', { data: { account, password } });
  expect(answer.status()).toBe(201);
}

/** Makes the account where there is none yet, and signs in as a person does. */
export async function signIn(stage: Stage, page: Page, who: TestPerson | StaffRole): Promise<void> {
  await stage.world.as(who);
  await page.goto('/sign-in');
  await page.getByLabel('账号', { exact: true }).fill(typeof who === 'string' ? who : who.login);
  await page.getByLabel('密码').fill(password);
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await page.waitForURL((url) => url.pathname !== '/sign-in');
}
