import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { idNumberSex } from '@hengchan/standards';
import { type DemonstrationAccount, departedOf, minorsOf } from '../accounts/plan-accounts.ts';
import { banks, collectives, courts, developers } from '../city/bodies.ts';
import type { City, OfficeCity } from '../city/city.ts';
import { dateOf, dayLength } from '../city/days.ts';
import type { Holding } from '../city/events.ts';
import { ownersOf } from '../city/making.ts';
import { type Household, type Identity, membersOf } from '../city/people.ts';

/** Of a large city the departments know the people with accounts and the first so many others: they look a person up in a list. */
const mostPeople = 50_000;
const contractCount = 12;

interface Known {
  readonly household: Household;
  address: string;
  /** Homes the family holds now. */
  homes: number;
}

/**
 * What the other departments know about the city, as the files their stand-ins read (docs/protocols/90-data-files.md):
 * people, marriages, companies, families' homes, filed contracts. Written whole and then moved into place.
 */
export function writeOutsideData(
  folder: string,
  city: City,
  accounts: readonly DemonstrationAccount[],
): void {
  const families = familiesOf(city);
  mkdirSync(folder, { recursive: true });
  const write = (name: string, content: object) => {
    const file = join(folder, name);
    writeFileSync(`${file}.new`, JSON.stringify({ version: 1, ...content }));
    renameSync(`${file}.new`, file);
  };
  write('population.json', {
    people: [...peopleOf(families, accounts), ...deadOf(city), ...childrenOf(city)],
  });
  write('marriages.json', { marriages: families.flatMap(({ household }) => household.marriage ?? []) });
  write('enterprises.json', { enterprises: enterprisesOf(city) });
  write('households.json', {
    households: families.map(({ household, homes }) => ({
      members: membersOf(household).map((person) => person.idNumber),
      homes,
    })),
  });
  write('contracts.json', { contracts: contractsOf(city) });
}

function familiesOf(city: City): readonly Known[] {
  const known = new Map<string, Known>();
  const meet = (household: Household, address: string, homes: number) => {
    const key = household.adults[0]?.idNumber ?? '';
    const before = known.get(key);
    if (!before) known.set(key, { household, address, homes });
    else if (homes > 0) Object.assign(before, { address, homes: before.homes + homes });
  };
  for (const household of city.buyers) meet(household, '', 0);
  const read = (office: OfficeCity, index: number) => {
    const { facts, events } = office.unit(index);
    for (const event of events) {
      if (!('holding' in event) || !event.holding.household) continue;
      const holdsNow = event.holding === ownersOf(events);
      meet(event.holding.household, facts.location, holdsNow && facts.houseType === '1' ? 1 : 0);
    }
  };
  for (const office of city.offices) for (const index of office.chosen.keys()) read(office, index);
  for (const office of city.offices) {
    for (let index = 0; index < office.site.units && known.size * 2 < mostPeople; index++) {
      if (!office.chosen.has(index)) read(office, index);
    }
  }
  return [...known.values()];
}

function peopleOf(families: readonly Known[], accounts: readonly DemonstrationAccount[]) {
  const people = new Map<string, Identity & { address: string }>();
  for (const { household, address } of families) {
    const spouses = household.marriage?.spouses ?? [];
    for (const person of [...spouses, ...membersOf(household)]) {
      people.set(person.idNumber, { ...person, address });
    }
  }
  for (const { identity } of accounts) {
    if (identity && !people.has(identity.idNumber))
      people.set(identity.idNumber, { ...identity, address: '' });
  }
  return [...people.values()].map(({ name, idNumber, address }) => ({
    name,
    idNumber,
    sex: idNumberSex(idNumber) === 'female' ? '女' : '男',
    ...(address === '' ? {} : { address }),
    status: 'normal',
  }));
}

const deadOf = (city: City) =>
  departedOf(city).map(({ name, idNumber }) => ({
    name,
    idNumber,
    sex: idNumberSex(idNumber) === 'female' ? '女' : '男',
    status: 'deceased',
  }));

const childrenOf = (city: City) =>
  minorsOf(city).map(({ name, idNumber, bornOn }) => ({
    name,
    idNumber,
    sex: idNumberSex(idNumber) === 'female' ? '女' : '男',
    status: 'normal',
    bornOn,
  }));

function enterprisesOf({ companies }: City) {
  const of = (bodies: readonly Identity[], kind: string) =>
    bodies.map(({ name, idNumber }) => ({
      name,
      creditCode: idNumber,
      kind,
      establishedOn: '2008-06-18',
      status: 'active',
    }));
  return [
    ...of(banks, '股份有限公司'),
    ...of(developers, '有限责任公司（自然人投资或控股）'),
    ...of(companies, '有限责任公司（自然人投资或控股）'),
    ...of(courts, '机关法人'),
    ...of(collectives, '农村集体经济组织'),
  ];
}

/** A few bargains under way between people without accounts, so that nobody's drill meets one by surprise. */
function contractsOf(city: City) {
  const [main] = city.offices;
  if (!main) return [];
  const contracts: object[] = [];
  let buyer: Holding | undefined;
  for (let index = 1; index < main.site.units && contracts.length < contractCount; index += 7) {
    if (main.chosen.has(index)) continue;
    const { facts, events } = main.unit(index);
    const bought = events.filter((event) => 'holding' in event).at(-1);
    if (!bought || !('holding' in bought) || facts.houseType !== '1' || !bought.holding.household) continue;
    if (events.some((event) => event.type === 'seizure') || bought === events[0] || !bought.price) continue;
    if (buyer && buyer.holders[0]?.person !== bought.holding.holders[0]?.person) {
      const number = String(contracts.length + 1).padStart(7, '0');
      contracts.push({
        contractNo: `CZ${city.now.toISOString().slice(0, 4)}${number}`,
        kind: 'resale',
        unitCode: facts.code,
        sellers: bought.holding.holders.map((holder) => holder.person),
        buyers: buyer.holders.map((holder) => holder.person),
        price: bought.price,
        area: facts.area,
        signedOn: dateOf(city.now.getTime() - (contracts.length + 2) * dayLength),
      });
    }
    buyer = bought.holding;
  }
  return contracts;
}
