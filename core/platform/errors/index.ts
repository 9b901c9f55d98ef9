import { catalogueErrors } from './catalogue.ts';

/** Errors that any request can meet, whatever room answers it. */
export const errors = catalogueErrors('platform', {
  INVALID_REQUEST: { status: 400, title: '提交的内容有误', detail: '请按提示修改后重新提交。' },
  MALFORMED_BODY: { status: 400, title: '提交的内容无法读取', detail: '请求正文不是有效的 JSON 或表单。' },
  MALFORMED_ADDRESS: { status: 400, title: '网址无法读取', detail: '网址含有无效的编码。' },
  MALFORMED_REQUEST: { status: 400, title: '请求无法读取', detail: '收到的不是有效的 HTTP 请求。' },
  HEADERS_TOO_LARGE: { status: 431, title: '请求头过大' },
  REQUEST_TIMEOUT: { status: 408, title: '请求超时', detail: '请求没有在规定时间内传完，请重试。' },
  ADDRESS_TOO_LONG: { status: 414, title: '网址过长' },
  UNAUTHENTICATED: { status: 401, title: '请先登录', detail: '登录已失效或尚未登录；已填写的内容不会丢失。' },
  WRONG_CREDENTIALS: { status: 401, title: '账号或密码不正确' },
  SECOND_FACTOR_REQUIRED: {
    status: 401,
    title: '请输入动态口令',
    detail: '该账号启用了动态口令，请输入认证器显示的 6 位数字。',
  },
  ACCOUNT_LOCKED: { status: 423, title: '账号已锁定', detail: '密码连续输错，账号暂时锁定，请稍后再试。' },
  FORBIDDEN: { status: 403, title: '没有权限', detail: '您的账号没有办理此事项的权限。' },
  CROSS_SITE_REQUEST: { status: 403, title: '请求来源不可信', detail: '请从本平台页面提交。' },
  NOT_FOUND: { status: 404, title: '没有找到', detail: '没有这个地址或内容。' },
  METHOD_NOT_ALLOWED: { status: 405, title: '不支持的操作' },
  CONFLICT: { status: 409, title: '内容已被他人更新', detail: '请刷新后重试。' },
  IDEMPOTENCY_MISMATCH: {
    status: 422,
    title: '幂等键已用于另一次提交',
    detail: '同一 Idempotency-Key 不能用于不同的内容。',
  },
  IDEMPOTENCY_IN_PROGRESS: { status: 409, title: '同一提交正在处理', detail: '请稍候再查询结果。' },
  STALE_VERSION: { status: 412, title: '内容已更新', detail: '您看到的不是最新内容，请刷新后再操作。' },
  PAYLOAD_TOO_LARGE: { status: 413, title: '内容过大' },
  UNSUPPORTED_MEDIA_TYPE: { status: 415, title: '不支持的内容类型' },
  FILE_TYPE_REFUSED: { status: 415, title: '文件类型不符合要求', detail: '只接受 PDF、JPEG、PNG 文件。' },
  FILE_TOO_LARGE: { status: 413, title: '文件过大' },
  FILE_STORE_FULL: {
    status: 507,
    title: '文件暂时无法保存',
    detail: '存储空间不足，已通知运维人员，请稍后再试。',
  },
  TOO_MANY_REQUESTS: { status: 429, title: '操作过于频繁', detail: '请稍后再试。' },
  INTERNAL: { status: 500, title: '系统出现故障', detail: '已记录，请稍后再试；如反复出现请联系登记机构。' },
  FUNCTION_STOPPED: { status: 503, title: '该功能暂停使用', detail: '其余功能照常办理，请稍后再试。' },
  EXPORT_NEEDS_CONSENT: {
    status: 403,
    title: '大批量导出须先经同意',
    detail: '导出条数超过个人可导出的上限，请先申请并由他人批准，再凭同意编号导出。',
  },
  UNAVAILABLE: { status: 503, title: '服务暂不可用', detail: '请稍后再试。' },
});

export { catalogueErrors, type DocumentedError, documentedErrors, type ErrorEntry } from './catalogue.ts';
export {
  type Citation,
  type FieldError,
  Problem,
  type ProblemDetails,
  type ProblemFinding,
} from './problem.ts';
