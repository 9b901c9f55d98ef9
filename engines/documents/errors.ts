import { catalogueErrors } from '@hengchan/platform';

/** Everything that can keep a document from being made or signed. */
export const errors = catalogueErrors('documents', {
  DOCUMENT_TEMPLATE_NOT_FOUND: { status: 404, title: '没有这种文书', detail: '请核对文书的编码。' },
  DOCUMENT_DATA_INVALID: {
    status: 422,
    title: '文书数据不完整或不正确',
    detail: '请按列出的各项补正后再生成。',
  },
  DOCUMENT_DATA_TOO_LARGE: { status: 413, title: '文书数据过大', detail: '请分成几份生成。' },
  DOCUMENT_GLYPH_MISSING: {
    status: 422,
    title: '字库缺字',
    detail: '文书里有字库没有的字，印出来会成为空格，所以没有生成。请补充字库。',
  },
  DOCUMENT_TEMPLATE_BROKEN: { status: 500, title: '文书模板有错', detail: '请把这一情况告诉系统管理员。' },
  DOCUMENT_COMPILER_STOPPED: { status: 503, title: '文书生成中断', detail: '请稍后再试。' },
  DOCUMENT_COMPILER_BUSY: { status: 503, title: '等待生成的文书过多', detail: '请稍后再试。' },
  SIGNATURE_REASON_NOT_ASCII: {
    status: 422,
    title: '签名说明只能用英文字母',
    detail: '中文说明请写在文书正文里。',
  },
  SIGNING_KEY_UNUSABLE: { status: 500, title: '签名证书不能使用', detail: '请检查签名证书和私钥。' },
  SIGNATURE_FAILED: { status: 500, title: '文书签名没有成功', detail: '请检查签名证书后再试。' },
});
