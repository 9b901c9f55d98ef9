import type { OfficeInfo } from '@hengchan/registration';

export const office = '320402';
export const officeInfo: OfficeInfo = {
  code: office,
  name: '常州市天宁区不动产登记中心',
  province: '苏',
  place: '常州市',
  address: '常州市天宁区示范路1号',
  hours: '工作日 9:00—17:00',
};
