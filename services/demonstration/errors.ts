import { catalogueErrors } from '@hengchan/platform';

export const errors = catalogueErrors('demonstration', {
  CHANNEL_NOT_PRACTISED: {
    status: 400,
    title: '该业务没有这个办理渠道',
    detail: '请从业务定义的 channels 中选择。',
  },
  NOTHING_TO_PRACTISE_ON: {
    status: 404,
    title: '没有演示数据',
    detail: '这里没有演示城市，或没有这个登记机构，无法准备可办理的情形。',
  },
  CLOCK_OUT_OF_RANGE: {
    status: 400,
    title: '时钟不能拨到这个时间',
    detail: '演示时钟只能拨到 2016 年至 2099 年之间的时间。',
  },
});
