import { catalogueErrors } from '@hengchan/platform';

/** What the register answers when it cannot do what was asked. */
export const errors = catalogueErrors('register', {
  UNIT_NOT_FOUND: {
    status: 404,
    title: '没有这个不动产单元',
    detail: '登记簿中没有这个不动产单元，请核对单元号。',
  },
  ENTRY_NOT_FOUND: { status: 404, title: '没有这条登簿记录' },
  ENTRY_REFUSED: { status: 409, title: '不能登簿', detail: '登记簿的现状不允许记载此事项，理由见后。' },
  ENTRY_CLOCK_BEHIND: {
    status: 409,
    title: '登簿时间早于该单元上一次登簿',
    detail: '系统时间早于登记簿中该不动产单元的最后一次记载，请检查系统时钟。',
  },
  ENTRY_CONFLICT: {
    status: 409,
    title: '登记簿已有相冲突的记载',
    detail: '同一不动产单元刚刚有其他登簿，请刷新后重试。',
  },
  CERTIFICATE_NUMBER_USED: {
    status: 409,
    title: '证书号已使用',
    detail: '该不动产权证书号或登记证明号已经核发，不能重复使用。',
  },
});
