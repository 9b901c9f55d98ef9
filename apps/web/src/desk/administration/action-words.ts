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
};

const whole: Record<string, string> = {
  'session.open': '登录',
  'session.close': '退出登录',
  'session.refuse': '登录被拒',
  'audit.read': '查看审计日志',
};

/** `register.read` as 查看登记簿; a name without words stands as it is. */
export function actionWord(action: string): string {
  const said = whole[action];
  if (said) return said;
  const [resource = '', act = ''] = action.split('.');
  const noun = resources[resource];
  const verb = acts[act];
  return noun && verb ? `${verb}${noun}` : action;
}
