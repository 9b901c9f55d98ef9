import { catalogueErrors } from '@hengchan/platform';

export const errors = catalogueErrors('registration', {
  OFFICE_NOT_FOUND: { status: 404, title: '没有这个登记机构' },
  CHANNEL_NOT_OFFERED: { status: 409, title: '该业务不能从此渠道办理' },
  ENTRANCE_NOT_OFFERED: { status: 403, title: '您的账号不能发起该业务' },
  BUSINESS_NOT_AUTHORISED: {
    status: 403,
    title: '授权范围不含该业务',
    detail: '您所代办的机构没有授权您办理该业务，请联系该机构调整授权。',
  },
  NOT_A_PARTY: { status: 403, title: '您不是当事人', detail: '在线申请须由当事人本人或其授权的机构发起。' },
  VERSION_NOT_FOUND: {
    status: 404,
    title: '该业务没有这个版本',
    detail: '可选的版本见业务目录。',
  },
  FILE_NOT_FOUND: { status: 404, title: '没有这个文件' },
  DOCUMENT_NOT_FOUND: { status: 404, title: '没有这份文书' },
  SEARCH_TOO_WIDE: {
    status: 400,
    title: '请填写查询条件',
    detail: '请至少填写坐落、单元代码、证号或权利人之一。',
  },
  PURPOSE_REQUIRED: {
    status: 400,
    title: '请填写查询目的',
    detail: '按权利人查询须说明目的，查询会被记录。',
  },
  HOLDER_NOT_FOUND: {
    status: 404,
    title: '关系图中没有这个权利人',
    detail: '登记簿可能已有变化，请刷新关系图后再展开。',
  },
  PROOF_NOT_READY: { status: 409, title: '存证正在生成', detail: '该记录刚刚登簿，存证证明稍后可取。' },
  PUBLIC_NOTICE_NOT_FOUND: {
    status: 404,
    title: '没有这份公告',
    detail: '请核对公告编号；公告期满较久的不再公开。',
  },
  NOTICE_OVER: { status: 409, title: '公告期已满', detail: '该公告已经期满或终止，不再接受异议。' },
  OBJECTION_NOT_FOUND: { status: 404, title: '没有这项异议' },
  OBJECTION_FILED: {
    status: 409,
    title: '您已提出异议',
    detail: '您对该公告的异议正在审查，可以补充材料，不用重复提出。',
  },
  OBJECTION_DECIDED: { status: 409, title: '异议已审查完毕' },
  OBJECTIONS_CHANGED: {
    status: 409,
    title: '异议有变化',
    detail: '期间又收到异议，或所列异议已审查，请刷新后一并审查。',
  },
  OBJECTOR_DIFFERS: {
    status: 403,
    title: '不是您本人的证件号码',
    detail: '异议须由本人（或您所代办的机构）以自己的名义提出，请填写账号对应的证件号码。',
  },
  TOO_MANY_FILES: { status: 409, title: '文件过多', detail: '每项异议最多提交 10 个文件。' },
  SUPPLEMENT_ONCE: {
    status: 409,
    title: '已经一次性告知过补正',
    detail: '同一环节不得分次要求补正；确有此前不能发现的新情况的，请写明理由。',
  },
});
