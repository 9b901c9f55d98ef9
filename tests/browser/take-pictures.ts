import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import type { CaseView } from '../../services/registration/schema.ts';
import { type Client, signIn } from '../support/client.ts';
import { definitionOf } from '../support/situations.ts';
import { fillFromExamples, walk } from '../support/walk.ts';
import { findChromium, launchChromium, noChromium } from './support/chromium.ts';
import { firstPage } from './support/qr.ts';

/**
 * Takes the pictures of the README from a running demonstration, by hand:
 *
 *     ./hengchan start
 *     node_modules/.bin/node tests/browser/take-pictures.ts [http://127.0.0.1:8080]
 *
 * It registers one resale in the demonstration on the way. Needs Chromium, and pdftoppm for the certificate.
 */

const address = process.argv[2] ?? 'http://127.0.0.1:8080';
const folder = fileURLToPath(new URL('../../docs/pictures/', import.meta.url));
const office = '320402';

interface Person {
  account: string;
  password: string;
  name: string;
  idType: string;
  idNumber: string;
}

interface Unit {
  code: string;
  holders: Person[];
}

async function read<Item>(path: string): Promise<Item[]> {
  const answer = await fetch(address + path);
  if (!answer.ok)
    throw new Error(`${address}${path} answers ${answer.status}: is the demonstration running?`);
  return ((await answer.json()) as { items: Item[] }).items;
}

const accounts = await read<Person>('/api/demo/accounts');
const named = (account: string): Person => {
  const found = accounts.find((each) => each.account === account);
  if (!found) throw new Error(`the demonstration has no account ${account}`);
  return found;
};
const as = ({ account, password }: Person): Promise<Client> => signIn(address, account, password);

interface Resale {
  caseNo: string;
  unit: Unit;
  seller: Client;
  buyer: Person;
}

/** Opens and submits a resale of the first free home nobody is selling already. */
async function openResale(): Promise<Resale> {
  const buyer = named('buyer02');
  for (const unit of await read<Unit>(`/api/demo/units?state=clear&office=${office}&limit=50`)) {
    const [holder] = unit.holders;
    if (!holder || unit.holders.length > 1 || holder.name === buyer.name) continue;
    const seller = await as(holder);
    const { form } = await definitionOf(seller, 'resale-transfer');
    const party = (role: string, { name, idType, idNumber }: Person) => ({ role, name, idType, idNumber });
    const opened = await seller.post<{ caseNo: string }>('/api/cases', {
      business: 'resale-transfer',
      office,
      units: [unit.code],
      parties: [party('transferor', holder), party('transferee', buyer)],
      form: fillFromExamples(form),
    });
    if (opened.status !== 201) continue;
    const { caseNo } = opened.body;
    if ((await seller.act(caseNo, 'submit')).status === 200) return { caseNo, unit, seller, buyer };
    await seller.act(caseNo, 'cancel');
  }
  throw new Error('no home of the demonstration is free to be sold');
}

interface View {
  path: string;
  who?: Person;
  phone?: boolean;
  /** Of the desk, which is made for wide screens. */
  wide?: boolean;
  /** Something of the page that must be there before the picture is taken. */
  until: string;
}

/** Small enough that no picture weighs more than 200 kB. */
function sizeOf({ phone, wide }: View): { width: number; height: number } {
  if (phone) return { width: 390, height: 780 };
  return wide ? { width: 1366, height: 650 } : { width: 1280, height: 720 };
}

async function take(browser: Browser, name: string, view: View): Promise<void> {
  const context = await browser.newContext({
    baseURL: address,
    viewport: sizeOf(view),
    deviceScaleFactor: view.phone ? 1.5 : 1,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    reducedMotion: 'reduce',
  });
  if (view.who) {
    const { account, password } = view.who;
    const session = await context.request.post('/api/sessions', { data: { account, password } });
    if (!session.ok()) throw new Error(`cannot sign in as ${account}: ${session.status()}`);
  }
  const page = await context.newPage();
  await page.goto(view.path);
  await page.getByText(view.until).first().waitFor();
  await page.waitForFunction(() => document.querySelector('.state-loading, .desk-skeleton') === null);
  save(name, await page.screenshot());
  await context.close();
}

function save(name: string, picture: Uint8Array): void {
  writeFileSync(`${folder}${name}.png`, picture);
  process.stdout.write(`docs/pictures/${name}.png ${Math.round(picture.length / 1024)} kB\n`);
}

const program = findChromium();
if (!program) throw new Error(noChromium);
mkdirSync(folder, { recursive: true });
const browser = await launchChromium(program);
try {
  const { caseNo, unit, seller, buyer } = await openResale();
  const [acceptor, reviewer, approver] = [named('acceptor1'), named('reviewer1'), named('approver1')];
  const buying = await as(buyer);
  const [accepting, reviewing, approving] = [await as(acceptor), await as(reviewer), await as(approver)];
  const waitsFor = (step: string) => (view: CaseView) => view.waitingFor.some(({ title }) => title === step);
  await walk(caseNo, [seller, buying, accepting], [], 120, { until: waitsFor('审核') });
  await take(browser, 'desk-case', {
    path: `/desk/cases/${caseNo}`,
    who: reviewer,
    until: '共校验',
    wide: true,
  });
  const canPay = (view: CaseView) => view.availableActions.some(({ action }) => action === 'pay');
  await walk(caseNo, [buying, reviewing], [], 120, { until: canPay });
  await take(browser, 'case-owner', { path: `/cases/${caseNo}`, who: buyer, until: '轮到您办理' });
  const done = await walk(caseNo, [buying, approving], [], 240);

  const number = encodeURIComponent(done.result?.certificates[0]?.number ?? '');
  const certificate = await buying.get<ArrayBuffer>(`/api/certificates/${number}/document`);
  const paper = firstPage(new Uint8Array(certificate.body), 90);
  if (paper) save('certificate', paper);
  const verified = `/verify?number=${number}&holder=${encodeURIComponent(buyer.name)}`;
  await take(browser, 'verify-phone', { path: verified, phone: true, until: '现行有效' });

  await take(browser, 'portal-home', { path: '/', who: buyer, until: '常办的事' });
  await take(browser, 'guide-phone', { path: '/businesses/resale-transfer', phone: true, until: '开始办理' });
  await take(browser, 'register-page', {
    path: `/desk/register/${unit.code}`,
    who: approver,
    until: '登记历史',
  });
  await take(browser, 'rule-settings', {
    path: '/desk/rules',
    who: named('business-manager1'),
    until: '不动产未被查封',
    wide: true,
  });
} finally {
  await browser.close();
}
