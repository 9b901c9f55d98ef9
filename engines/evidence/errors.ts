import { catalogueErrors } from '@hengchan/platform';

/** What the evidence log answers when it cannot do what was asked. */
export const errors = catalogueErrors('evidence', {
  EVIDENCE_OUT_OF_RANGE: {
    status: 404,
    title: '存证日志中没有这个位置',
    detail: '序号或大小超出存证日志的范围，请核对。',
  },
  EVIDENCE_NOT_SEQUENCED: {
    status: 409,
    title: '存证尚未入链',
    detail: '该记录已保存，存证正在入链，请稍后再取证明。',
  },
  EVIDENCE_NOT_FOUND: { status: 404, title: '没有这条存证' },
  CHECKPOINT_NOT_FOUND: {
    status: 409,
    title: '还没有覆盖该记录的签名检查点',
    detail: '检查点定时签发，请稍后再取证明。',
  },
});
