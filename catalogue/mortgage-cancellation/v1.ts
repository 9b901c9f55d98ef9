import { mortgageEnd } from '../families/mortgage.ts';

/** 抵押权注销登记 (ONL-BNK-02): the family's, offered at every entrance a mortgagee may come through. */
export const mortgageCancellationV1 = mortgageEnd({
  code: 'mortgage-cancellation',
  name: '抵押权注销',
  place: { list: 'BNK', number: 2, group: '注销' },
  entrances: ['person', 'company', 'bank', 'counter'],
});
