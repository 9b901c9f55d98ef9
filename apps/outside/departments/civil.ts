import { dataFile } from '../house/data-file.ts';
import type { Department } from '../house/department.ts';
import { keepNotice } from './notices.ts';
import { isSyntheticPerson, type Marriage, Marriages, Population } from './people.ts';

interface Asked {
  name: string;
  idNumber: string;
  spouse?: { name: string; idNumber: string };
}

/** 民政：婚姻登记核验. Marriages from marriages.json; whoever is in the population and in no marriage is unmarried. */
export function civil(dataFolder: string): Department<'civil'> {
  const marriages = dataFile(dataFolder, 'marriages.json', Marriages);
  const population = dataFile(dataFolder, 'population.json', Population);
  const nameOf = (idNumber: string, asked: string): string | undefined => {
    const people = population()?.people;
    if (!people) return isSyntheticPerson(idNumber) ? asked : undefined;
    return people.find((person) => person.idNumber === idNumber)?.name;
  };
  /** The newest, for a person may have been married before. */
  const marriageOf = (idNumber: string): Marriage | undefined =>
    (marriages()?.marriages ?? [])
      .filter((marriage) => marriage.spouses.some((spouse) => spouse.idNumber === idNumber))
      .sort((left, right) => right.registeredOn.localeCompare(left.registeredOn))[0];

  const check = ({ name, idNumber, spouse }: Asked) => {
    const known = nameOf(idNumber, name);
    if (known === undefined) return { result: 'not-found' as const, resultText: '库中无此人' };
    if (known !== name) return { result: 'mismatch' as const, resultText: '姓名与证件号码不一致' };
    const marriage = marriageOf(idNumber);
    const other = marriage?.spouses.find((each) => each.idNumber !== idNumber);
    if (spouse) {
      const together =
        marriage?.status === 'married' && other?.idNumber === spouse.idNumber && other.name === spouse.name;
      return together
        ? { ...found(marriage), resultText: '双方为夫妻' }
        : { result: 'mismatch' as const, resultText: '双方不是夫妻' };
    }
    if (!marriage)
      return { result: 'match' as const, resultText: '无婚姻登记记录', status: 'single' as const };
    return { ...found(marriage), ...(marriage.status === 'married' && other ? { spouse: other } : {}) };
  };
  return {
    code: 'civil',
    title: '民政',
    operations: {
      'check-marriage': (desk, asked) => ({
        ...check(asked),
        reference: `MZ${String(desk.store.next('check')).padStart(10, '0')}`,
        checkedAt: desk.now().toISOString(),
      }),
      licences(_desk, { name, idNumber }) {
        const marriage = nameOf(idNumber, name) === name ? marriageOf(idNumber) : undefined;
        return { licences: marriage ? [certificate(marriage, name)] : [] };
      },
      notice: keepNotice,
    },
  };
}

const statusTexts = { married: '已婚', divorced: '离婚', widowed: '丧偶' } as const;

function found({ status, registeredOn, certificateNo }: Marriage) {
  return { result: 'match' as const, resultText: statusTexts[status], status, registeredOn, certificateNo };
}

function certificate(marriage: Marriage, holder: string) {
  const divorced = marriage.status === 'divorced';
  return {
    licenceNo: marriage.certificateNo,
    kind: divorced ? 'divorce-certificate' : 'marriage-certificate',
    title: divorced ? '离婚证' : '结婚证',
    holder,
    issuer: '民政局',
    issuedOn: marriage.registeredOn,
    status: 'valid' as const,
    fields: Object.fromEntries([
      ...marriage.spouses.flatMap((spouse, index) => [
        [`当事人${index + 1}姓名`, spouse.name],
        [`当事人${index + 1}证件号码`, spouse.idNumber],
      ]),
      ['登记日期', marriage.registeredOn],
    ]) as Record<string, string>,
  };
}
