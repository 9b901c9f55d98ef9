import { idNumberBirthday, idNumberSex } from '@hengchan/standards';
import { dataFile } from '../house/data-file.ts';
import type { Department } from '../house/department.ts';
import { keepNotice } from './notices.ts';
import { isSyntheticPerson, type Person, Population } from './people.ts';

const resultTexts = { match: '一致', mismatch: '不一致', 'not-found': '库中无此人' } as const;

/** 公安：人口身份核验. Population from population.json. */
export function police(dataFolder: string): Department<'police'> {
  const population = dataFile(dataFolder, 'population.json', Population);
  const find = (name: string, idNumber: string): Person | undefined => {
    const file = population();
    if (file) return file.people.find((person) => person.idNumber === idNumber);
    return isSyntheticPerson(idNumber) ? { name, idNumber } : undefined;
  };
  return {
    code: 'police',
    title: '公安',
    operations: {
      'check-identity'(desk, { name, idNumber }) {
        const person = find(name, idNumber);
        const result = person === undefined ? 'not-found' : person.name === name ? 'match' : 'mismatch';
        return {
          result,
          resultText: resultTexts[result],
          ...(result === 'match' ? { status: person?.status ?? 'normal', ...bornOn(person) } : {}),
          reference: `GA${String(desk.store.next('check')).padStart(10, '0')}`,
          checkedAt: desk.now().toISOString(),
        };
      },
      licences(_desk, { name, idNumber }) {
        const person = find(name, idNumber);
        if (person?.name !== name) return { licences: [] };
        return { licences: [idCard(person)] };
      },
      notice: keepNotice,
    },
  };
}

const bornOn = (person: Person | undefined) => (person?.bornOn ? { bornOn: person.bornOn } : {});

function idCard(person: Person) {
  const birthday = person.bornOn ?? idNumberBirthday(person.idNumber) ?? '';
  const sex = person.sex ?? (idNumberSex(person.idNumber) === 'female' ? '女' : '男');
  return {
    licenceNo: person.idNumber,
    kind: 'id-card',
    title: '居民身份证',
    holder: person.name,
    issuer: '公安局',
    issuedOn: '2020-01-01',
    status: person.status === 'deceased' ? ('revoked' as const) : ('valid' as const),
    fields: {
      姓名: person.name,
      性别: sex,
      出生: birthday,
      公民身份号码: person.idNumber,
      住址: person.address ?? '未登记',
    },
  };
}
