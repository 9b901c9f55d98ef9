import { catalogueErrors } from '../errors/index.ts';

export const fileErrors = catalogueErrors('files', {
  FILE_EMPTY: { status: 400, title: '文件是空的', detail: '请重新选择文件。' },
  FILE_MISSING: { status: 404, title: '没有这个文件', detail: '文件不存在或已按规定清除。' },
  FILE_NOT_FOR_YOU: {
    status: 403,
    title: '这份文件不在您的知悉范围内',
    detail: '按密级和知悉范围不能打开，这次尝试已记录。确需知悉的，请密级管理人员将您列入。',
  },
  MALICIOUS_CODE: {
    status: 422,
    title: '文件含有恶意代码，没有收下',
    detail: '请在本机查杀后重新选择文件。本次上传已记录并告警。',
  },
  SCANNER_AWAY: {
    status: 503,
    title: '暂不能收文件',
    detail: '恶意代码查杀服务没有应答，文件没有收下，请稍后重新提交。',
  },
  FILE_QUARANTINED: {
    status: 409,
    title: '文件已隔离，不能打开',
    detail: '收下后查出恶意代码。请联系提交人重新提交这份材料。',
  },
  FILE_DAMAGED: { status: 500, title: '文件已损坏', detail: '文件内容与登记的摘要不符，已停止读取并记录。' },
});
