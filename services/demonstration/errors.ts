import { catalogueErrors } from '@hengchan/platform';

export const errors = catalogueErrors('demonstration', {
  CLOCK_OUT_OF_RANGE: {
    status: 400,
    title: '时钟不能拨到这个时间',
    detail: '演示时钟只能拨到 2016 年至 2099 年之间的时间。',
  },
});
