import { catalogueErrors } from '../errors/index.ts';

export const fileErrors = catalogueErrors('files', {
  FILE_EMPTY: { status: 400, title: '文件是空的', detail: '请重新选择文件。' },
  FILE_MISSING: { status: 404, title: '没有这个文件', detail: '文件不存在或已按规定清除。' },
  FILE_NOT_FOR_YOU: {
    status: 403,
    title: '这份文件不在您的知悉范围内',
    detail: '按密级和知悉范围不能打开，这次尝试已记录。确需知悉的，请密级管理人员将您列入。',
  },
  FILE_DAMAGED: { status: 500, title: '文件已损坏', detail: '文件内容与登记的摘要不符，已停止读取并记录。' },
});
