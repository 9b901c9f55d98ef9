/** The states of a case, in the order a case goes through them, for the filter. */
export const phases: readonly { value: string; label: string }[] = [
  { value: 'draft', label: '填写中' },
  { value: 'checking', label: '信息核验中' },
  { value: 'confirming', label: '待各方确认' },
  { value: 'accepting', label: '待受理' },
  { value: 'supplementing', label: '待补正' },
  { value: 'taxing', label: '税务办理中' },
  { value: 'reviewing', label: '审核中' },
  { value: 'paying', label: '待缴税费' },
  { value: 'deciding', label: '待核定' },
  { value: 'entering', label: '登簿中' },
  { value: 'issuing', label: '制证中' },
  { value: 'completed', label: '已办结' },
  { value: 'declined', label: '不予受理' },
  { value: 'refused', label: '不予登记' },
  { value: 'withdrawn', label: '已撤回' },
  { value: 'cancelled', label: '已取消' },
];
