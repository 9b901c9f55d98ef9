import { commonTitles } from '../use-role-titles.ts';

const resources: Record<string, string> = {
  case: '办件',
  register: '登记簿',
  account: '账号',
  role: '岗位',
  session: '会话',
  'second-factor': '动态口令',
  password: '密码',
  certificate: '证书',
  material: '材料',
  payment: '缴费',
  task: '待办',
  audit: '审计日志',
  calendar: '工作日历',
  exchange: '共享交换',
  seizure: '查封',
  rule: '规则',
  evidence: '存证',
  approval: '同意',
  data: '数据',
  issue: '问题单',
  function: '功能',
  report: '年度报告',
  team: '团队人员变更',
  training: '培训与规程',
  inspection: '检查材料',
  notice: '告警',
  control: '控制点',
  disposition: '未经同意的处置',
  delegation: '岗位委托',
  handling: '办理参数',
  objection: '公告异议材料',
  cadastre: '地籍分区',
};

const acts: Record<string, string> = {
  read: '查看',
  search: '查询',
  history: '查看历史',
  create: '新建',
  open: '发起',
  change: '修改',
  act: '办理',
  accept: '受理',
  review: '审核',
  approve: '核定',
  enter: '登簿',
  withdraw: '撤回',
  claim: '认领',
  release: '退回',
  grant: '授予',
  revoke: '收回',
  lock: '锁定',
  unlock: '解除锁定',
  end: '终止',
  begin: '登录',
  enrol: '启用',
  reset: '重置',
  print: '打印',
  issue: '发放',
  void: '作废',
  verify: '校验',
  export: '导出',
  reveal: '查看完整信息',
  upload: '上传',
  remove: '删去',
  refuse: '拒绝',
  request: '申请',
  register: '登记',
  stop: '停用',
  resume: '恢复',
  handle: '处置',
  disclose: '对外提供',
  fetch: '下载',
  destroy: '申请销毁',
  prepare: '编制',
  submit: '提交',
  announce: '登记',
  acknowledge: '确认',
  plan: '计划',
  complete: '完成',
  measures: '整改',
  close: '关闭',
  return: '退回',
  retain: '延长留存',
  import: '导入',
  confirm: '确认生效',
  discard: '作废',
  restore: '申请恢复',
};

const whole: Record<string, string> = {
  'session.open': '登录',
  'session.close': '退出登录',
  'session.refuse': '登录被拒',
  'audit.read': '查看审计日志',
  'notice.publish': '发布公告',
  'notice.object': '提出公告异议',
  'notice.decide': '审查公告异议',
  'notice.stop': '终止公告',
  'delegation.give': '委托同事代办',
  'delegation.revoke': '撤销岗位委托',
  'task.assign': '转办待办',
};

/** What details of grants and delegations mean, where rules use the same names for something else. */
const grantWords: Readonly<Record<string, string>> = {
  ...commonTitles,
  role: '岗位',
  roles: '岗位',
  purpose: '用途',
  delegation: '委托编号',
  from: '开始日期',
  until: '结束日期',
};

const aboutGrants = ['role', 'account', 'delegation'];

/** Words for the details of an action, where they are not those of rules. */
export function detailWords(action: string): Readonly<Record<string, string>> {
  return aboutGrants.includes(action.split('.')[0] ?? '') ? grantWords : {};
}

/** What was read or changed, where no number says which: the whole of a kind. */
export const subjectWord = (subject: string): string => resources[subject] ?? subject;

/** `register.read` as 查看登记簿; a name without words stands as it is. */
export function actionWord(action: string): string {
  const said = whole[action];
  if (said) return said;
  const [resource = '', act = ''] = action.split('.');
  const noun = resources[resource];
  const verb = acts[act];
  return noun && verb ? `${verb}${noun}` : action;
}
