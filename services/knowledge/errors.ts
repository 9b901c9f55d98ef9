import { catalogueErrors } from '@hengchan/platform';

export const errors = catalogueErrors('knowledge', {
  KNOWLEDGE_NOT_FOUND: { status: 404, title: '没有这个知识条目', detail: '请核对编号，或从知识库中查找。' },
});
