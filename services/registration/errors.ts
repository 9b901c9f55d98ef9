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
  PROOF_NOT_READY: { status: 409, title: '存证正在生成', detail: '该记录刚刚登簿，存证证明稍后可取。' },
});
