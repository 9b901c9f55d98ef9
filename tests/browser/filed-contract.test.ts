import { expect, test } from 'vitest';
import { person, type TestPerson } from '../support/people.ts';
import { inspect } from './support/inspect.ts';
import { prepareStage } from './support/stage.ts';

const stage = prepareStage();
const [seller, buyer] = [person(981), person(982)];

const identityOf = ({ name, idType, idNumber }: TestPerson) => ({ name, idType, idNumber });

test('a filed contract fills in the application, on the portal and at the counter (ONL-HCD-03)', async () => {
  const home = await stage.world.home(981, [seller]);
  const answer = await fetch(`${stage.world.outside.urls.housing}/demo/contracts`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ unitCode: home.code, sellers: [identityOf(seller)], buyers: [identityOf(buyer)] }),
  });
  const { contractNo } = (await answer.json()) as { contractNo: string };

  const page = await stage.open({ as: seller });
  await page.goto('/apply/resale-transfer');
  await page.getByText('合同已经网签备案？按合同编号带入').click();
  await page.getByLabel('网签合同编号').fill(contractNo);
  await page.getByRole('button', { name: '带入', exact: true }).click();
  await page.getByText('已带入', { exact: true }).waitFor();
  await inspect(page, 'filed-contract-portal');
  await page.getByRole('button', { name: '继续', exact: true }).click();
  await expect.poll(() => page.getByLabel('姓名或名称').inputValue()).toBe(seller.name);

  const desk = await stage.open({ as: 'acceptor' });
  await desk.goto('/desk/acceptance/resale-transfer');
  await desk.getByLabel('网签合同编号').first().fill(contractNo);
  await desk.getByRole('button', { name: /带\s*入/ }).click();
  await desk.getByText('已带入', { exact: true }).waitFor();
  await inspect(desk, 'filed-contract-desk');
}, 200_000);
