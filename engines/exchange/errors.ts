import { catalogueErrors } from '@hengchan/platform';

/** What a department may be told when a message of its cannot be taken; also listed in docs/protocols/00-envelope.md. */
export const errors = catalogueErrors('exchange', {
  ENVELOPE_INCOMPLETE: {
    status: 400,
    title: '报文头不完整',
    detail: '五个 X-Hengchan-* 报文头须齐全且格式正确。',
  },
  UNKNOWN_PEER: { status: 401, title: '未登记的对接方' },
  CLOCK_SKEW: { status: 401, title: '报文时间与本系统时钟相差超过五分钟' },
  BAD_SIGNATURE: { status: 401, title: '报文验签不通过' },
  NONCE_REUSED: { status: 401, title: '随机数重复使用', detail: '重发报文时须更换随机数与时间并重新签名。' },
  UNKNOWN_OPERATION: { status: 404, title: '没有这个接口' },
  BAD_MESSAGE: { status: 400, title: '报文内容不符合接口规范' },
  MESSAGE_NUMBER_REUSED: { status: 409, title: '报文号已用于另一份内容' },
  NOT_HANDLED: { status: 503, title: '本系统暂不受理该接口' },
  MESSAGE_NOT_FOUND: { status: 404, title: '没有这份报文' },
  MESSAGE_NOT_REPEATABLE: {
    status: 409,
    title: '该报文不能重推',
    detail: '已送达或正在等待自动重试的报文不需要重推。',
  },
});
