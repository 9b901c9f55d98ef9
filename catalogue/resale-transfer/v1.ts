import { resale } from '../families/sale.ts';

/** 存量房转移登记 (ONL-HCD-01): contract, tax and registration asked for once, tax and review side by side. */
export const resaleTransferV1 = resale({
  code: 'resale-transfer',
  name: '存量房转移登记',
  place: { list: 'HCD', number: 1, group: '协同' },
});
