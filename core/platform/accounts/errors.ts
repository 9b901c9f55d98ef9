import { catalogueErrors } from '../errors/index.ts';

export const accountErrors = catalogueErrors('accounts', {
  ACCOUNT_DISABLED: { status: 403, title: '账号已停用', detail: '请联系登记机构的系统管理员。' },
  ACCOUNT_NOT_FOUND: { status: 404, title: '没有这个账号' },
  LOGIN_TAKEN: { status: 409, title: '登录名已被使用', detail: '请换一个登录名。' },
  PASSWORD_TOO_WEAK: {
    status: 400,
    title: '密码过于简单',
    detail:
      '密码须 10 至 128 个字符，含大写字母、小写字母、数字、符号中的三类，不少于 5 个不同的字符，且不含登录名。',
  },
  PASSWORD_UNCHANGED: { status: 400, title: '新密码不能与原密码相同' },
  SECOND_FACTOR_WRONG: { status: 401, title: '动态口令不正确', detail: '请输入认证器当前显示的 6 位数字。' },
  SECOND_FACTOR_NOT_STARTED: { status: 409, title: '请先获取绑定二维码' },
  SECOND_FACTOR_ALREADY_ENROLLED: {
    status: 409,
    title: '已绑定动态口令',
    detail: '更换认证器请联系安全管理员重置。',
  },
  BACKGROUND_CHECK_MISSING: {
    status: 409,
    title: '未通过背景审查，不能启用',
    detail: '工作人员账号须标记背景审查通过后方可启用。',
  },
  ADMINISTRATORS_SEPARATED: {
    status: 409,
    title: '三员分立，不能同时授予',
    detail: '系统管理员、安全管理员、审计管理员由不同账号担任，且不兼任业务角色。',
  },
  ROLE_NOT_FOUND: { status: 404, title: '没有这个角色' },
  PERMISSION_NOT_FOUND: { status: 404, title: '没有这个权限' },
  ROLE_NOT_GRANTABLE: { status: 409, title: '该角色不能授予', detail: '只有工作人员账号可以被授予角色。' },
  GRANT_EXISTS: { status: 409, title: '已有相同授权' },
  GRANT_NOT_FOUND: { status: 404, title: '没有这项授权' },
  GRANT_EXPIRY_PAST: { status: 400, title: '授权期限已过', detail: '截止时间须晚于现在。' },
  SELF_GRANT: { status: 409, title: '不能给自己授权' },
  SELF_RESET: { status: 409, title: '不能重置自己的凭据', detail: '请由另一位安全管理员办理。' },
  SESSION_NOT_FOUND: { status: 404, title: '没有这个会话' },
  AUTHORISATION_NOT_FOUND: { status: 404, title: '没有这项代办授权' },
  DELEGATE_UNFIT: {
    status: 409,
    title: '不能委托给此人',
    detail: '受托人须为同一登记机构的在岗工作人员，且不担任系统、安全、审计管理员。',
  },
  DELEGATION_NOT_FOUND: { status: 404, title: '没有这项委托' },
  OWN_AUTHORISATION: {
    status: 409,
    title: '不能撤销自己的授权',
    detail: '请由本机构另一位获全部业务授权的经办人，或登记机构的系统管理员办理。',
  },
  NOT_AN_AGENT: { status: 409, title: '该账号不是机构经办账号' },
});
