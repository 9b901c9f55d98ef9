import { catalogueErrors } from '@hengchan/platform';

export const errors = catalogueErrors('casework', {
  BUSINESS_NOT_FOUND: { status: 404, title: '没有这项业务' },
  CASE_NOT_FOUND: {
    status: 404,
    title: '没有这个办件',
    detail: '请核对受理编号，或确认您是该办件的当事人。',
  },
  CASE_CLOSED: { status: 409, title: '办件已结束', detail: '该办件已经结束，不能再操作。' },
  ACTION_NOT_AVAILABLE: {
    status: 409,
    title: '现在不能这样操作',
    detail: '办件已进入其他环节，或这一步不由您办理。请刷新查看。',
  },
  ACTED_IN_STEP_APART: {
    status: 409,
    title: '受办分离，须由他人办理',
    detail: '您已办理（或由同事代您办理）本件的前一环节，依规定不得再办理本环节，请由该岗位的其他人员办理。',
  },
  TASK_NOT_FOUND: { status: 404, title: '没有这项待办' },
  TASK_TAKEN: { status: 409, title: '待办已被他人签收' },
  ASSIGNEE_UNFIT: {
    status: 409,
    title: '不能转给此人',
    detail: '受转人须为本机构该岗位的在岗人员。',
  },
  ASSIGNEE_EXCLUDED: {
    status: 409,
    title: '受办分离，不能转给此人',
    detail: '此人已办理（或由他人代办）本件的前一环节，依规定不得再办理本环节。',
  },
  CASE_SUSPENDED: {
    status: 409,
    title: '办件已中止',
    detail: '该办件已中止办理，恢复后方可继续。',
  },
  RULES_BLOCK: {
    status: 409,
    title: '未通过登记规则校验',
    detail: '以下情况依法不能继续办理，请按说明处理后再试。',
  },
  CASE_NOT_EDITABLE: {
    status: 409,
    title: '办件已提交，不能修改',
    detail: '如需修改，请先撤回或等待登记机构要求补正。',
  },
  MATERIAL_FULL: {
    status: 409,
    title: '该项材料的文件过多',
    detail: '每项材料最多提交 50 个文件，请合并后再提交。',
  },
  MATERIAL_NOT_FOUND: { status: 404, title: '没有这项材料' },
  UNIT_CLAIMED: {
    status: 409,
    title: '该不动产有正在办理的登记',
    detail: '另一件处分该不动产的登记已受理，请待其办结后再办。',
  },
  COMMENT_REQUIRED: { status: 400, title: '请填写意见' },
});
