import type { Option } from './filters.ts';

/** The states of a case, in the order a case goes through them, for the filter. */
export const casePhases: readonly Option[] = [
  { value: 'open', title: '未办结' },
  { value: 'closed', title: '已结束' },
  { value: 'draft', title: '填写中' },
  { value: 'checking', title: '信息核验中' },
  { value: 'confirming', title: '待各方确认' },
  { value: 'accepting', title: '待受理' },
  { value: 'supplementing', title: '待补正' },
  { value: 'taxing', title: '税务办理中' },
  { value: 'reviewing', title: '审核中' },
  { value: 'noticing', title: '公告中' },
  { value: 'paying', title: '待缴税费' },
  { value: 'deciding', title: '待核定' },
  { value: 'entering', title: '登簿中' },
  { value: 'issuing', title: '制证中' },
  { value: 'suspended', title: '已中止' },
  { value: 'completed', title: '已办结' },
  { value: 'declined', title: '不予受理' },
  { value: 'refused', title: '不予登记' },
  { value: 'withdrawn', title: '已撤回' },
  { value: 'cancelled', title: '已取消' },
];
