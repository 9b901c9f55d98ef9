import { catalogueErrors } from '@hengchan/platform';

export const errors = catalogueErrors('insight', {
  NO_SUCH_DAY: { status: 400, title: '没有这一天', detail: '请填写真实的日期，例如 2026-11-20。' },
  PERIOD_REVERSED: { status: 400, title: '起止日期颠倒', detail: '截止日不能早于起始日。' },
});
