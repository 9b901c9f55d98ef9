import { catalogueErrors } from '@hengchan/platform';

export const errors = catalogueErrors('operations', {
  NOTHING_TO_RETRY: {
    status: 404,
    title: '没有这些失败的任务',
    detail: '任务可能已经重新执行，请刷新后再看。',
  },
});
