import { makeCreditCode, makeIdNumber } from '@hengchan/standards';

export interface TestPerson {
  login: string;
  name: string;
  idType: string;
  idNumber: string;
  /** What kind of body it is, where the name does not say: a court is called one, and others are banks. */
  body?: 'bank' | 'court' | 'company' | 'developer';
}

const surnames = '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨';
const given = ['知远', '念禾', '景行', '若溪', '怀瑾', '清和', '望舒', '以宁', '听澜', '照野'];

/** The n-th invented person: a name, and an identity number of the synthetic years 1901 to 1909 with a right check digit. */
export function person(n: number): TestPerson {
  const year = 1901 + (n % 9);
  const month = String((n % 12) + 1).padStart(2, '0');
  const day = String((n % 28) + 1).padStart(2, '0');
  const sequence = String(n % 1000).padStart(3, '0');
  const name = `${surnames[n % surnames.length]}${given[Math.floor(n / surnames.length) % given.length]}`;
  return {
    login: `person${n}`,
    name,
    idType: '1',
    idNumber: makeIdNumber('320402', `${year}${month}${day}`, sequence),
  };
}

/** The n-th invented bank, by its unified credit code. */
export function bank(n: number): TestPerson {
  const organisation = String(70_000_000 + n).slice(0, 8);
  const idNumber = makeCreditCode({ department: '9', category: '1', area: '320402', organisation });
  return { login: `bank${n}`, name: `示范第${n}银行天宁支行`, idType: '8', idNumber };
}

const organisation = (n: number) =>
  makeCreditCode({ department: '9', category: '1', area: '320402', organisation: String(n) });

/** The n-th invented company. */
export const company = (n: number): TestPerson => ({
  login: `company${n}`,
  name: `示范第${n}实业有限公司`,
  idType: '8',
  idNumber: organisation(71_000_000 + n),
  body: 'company',
});

/** The n-th invented developer. */
export const developer = (n: number): TestPerson => ({
  login: `developer${n}`,
  name: `示范第${n}房地产开发有限公司`,
  idType: '8',
  idNumber: organisation(72_000_000 + n),
  body: 'developer',
});

/** The n-th invented collective of farmers, which takes part as a company does. */
export const collective = (n: number): TestPerson => ({
  login: `collective${n}`,
  name: `示范第${n}村股份经济合作社`,
  idType: '8',
  idNumber: organisation(73_000_000 + n),
  body: 'company',
});
