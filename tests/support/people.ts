import { makeCreditCode, makeIdNumber } from '@hengchan/standards';

export interface TestPerson {
  login: string;
  name: string;
  idType: string;
  idNumber: string;
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
