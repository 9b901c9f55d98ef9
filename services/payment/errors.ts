import { catalogueErrors } from '@hengchan/platform';

export const errors = catalogueErrors('payment', {
  ORDER_NOT_FOUND: { status: 404, title: '没有这张缴款单' },
  ORDER_NOT_OPEN: {
    status: 409,
    title: '缴款单不在待缴状态',
    detail: '税费已缴清、已退回或缴款单已关闭，请刷新查看。',
  },
  PAYMENT_METHOD_UNAVAILABLE: {
    status: 409,
    title: '不能使用这种缴费方式',
    detail: '请改用收银台、扫码或窗口刷卡缴费。',
  },
  REFUND_EXCEEDS_PAID: {
    status: 409,
    title: '退款金额超过可退余额',
    detail: '只能退还已缴且尚未退回的部分。',
  },
  DECLARATION_NOT_READY: {
    status: 503,
    title: '申报编号尚未登记',
    detail: '本系统正在登记该申报的受理回执，请稍后重发。',
  },
  DECLARATION_UNKNOWN: { status: 404, title: '没有这份申报' },
  ASSESSMENT_INCONSISTENT: { status: 409, title: '核税结果各行合计与总额不符' },
  ASSESSMENT_SUPERSEDED: { status: 409, title: '该申报已开具缴款单，不能再变更税额' },
  RECEIPT_INVALID: { status: 409, title: '完税凭证内容或签名不符' },
});
