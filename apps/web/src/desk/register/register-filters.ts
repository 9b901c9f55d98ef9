import { officeFilter } from '../../list/common-filters.ts';
import { type Filters, optionsOf } from '../../list/filters.ts';

const standings = optionsOf({
  '': '不限状态',
  clear: '无限制',
  mortgaged: '有抵押',
  seized: '被查封',
  noticed: '有预告',
  objected: '有异议',
  locked: '被限制',
  closed: '已注销',
  sole: '单独所有',
  joint: '共同共有',
  shares: '按份共有',
});

const kinds = optionsOf({
  '': '不限类型',
  house: '房屋',
  land: '土地',
  forest: '林木',
  sea: '海域',
  structure: '构筑物',
});

/** What is asked for, how the unit stands, what it is, and, for those who work at several, at which office. */
export const registerFilters = (offices: readonly { code: string; name: string }[]) =>
  ({
    by: {
      kind: 'segments',
      label: '查询方式',
      options: optionsOf({ '': '按坐落或单元', certificate: '按证书号', holder: '按权利人' }),
    },
    q: {
      kind: 'search',
      label: '坐落或不动产单元代码',
      hint: '坐落或不动产单元代码',
      width: 420,
      hidden: (said) => said('by') !== '',
    },
    certificate: {
      kind: 'search',
      label: '证书或证明号',
      hint: '如 苏（2026）常州市不动产权第0000001号',
      width: 420,
      hidden: (said) => said('by') !== 'certificate',
    },
    standing: { kind: 'choice', label: '登记状态', options: standings },
    kind: { kind: 'choice', label: '单元类型', options: kinds },
    office: officeFilter(offices),
  }) satisfies Filters;
