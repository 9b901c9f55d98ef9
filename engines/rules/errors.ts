import { catalogueErrors } from '@hengchan/platform';

export const errors = catalogueErrors('rules', {
  PROPOSAL_NOT_FOUND: { status: 404, title: '没有这项提议', detail: '请核对编号，或从提议列表中进入。' },
  PROPOSAL_WAITING: {
    status: 409,
    title: '已有一项提议等待决定',
    detail: '同一规则在同一业务、同一机构已有提议未决定，请先批准、不批准或撤回它。',
  },
  PROPOSAL_DECIDED: {
    status: 409,
    title: '这项提议已经决定',
    detail: '每项提议只决定一次；需要改变的请另行提议。',
  },
  PROPOSAL_BY_SAME_PERSON: {
    status: 403,
    title: '提议人不能决定自己的提议',
    detail: '规则和名单的改动由一人提议、另一人批准。',
  },
  PROPOSAL_BY_ANOTHER: { status: 403, title: '只能撤回自己的提议', detail: '他人的提议请批准或不批准。' },
  STUDY_NOT_FOUND: { status: 404, title: '没有这次试算', detail: '请核对编号，或从试算列表中进入。' },
});
