import { makeCreditCode, makeIdNumber } from '@hengchan/standards';

/** Invented people and bodies of the tests. */
const person = (name: string, birthday: string, sequence: number) => ({
  name,
  idType: '1',
  idNumber: makeIdNumber('320402', birthday, sequence),
});

export const seller = person('沈某甲', '1903-05-06', 11);
export const buyer = person('陆某乙', '1905-03-07', 12);
export const wife = person('顾某丙', '1906-08-09', 24);
export const company = {
  name: '演示置业有限公司',
  idType: '8',
  idNumber: makeCreditCode({ department: '9', category: '1', area: '320402', organisation: 'DEM00000' }),
};

export const office = '320402';
export const unitCode = '320402001001GB00001F00010001';
