import { catalogueErrors } from '@hengchan/platform';

export const errors = catalogueErrors('certificates', {
  CERTIFICATE_NOT_FOUND: {
    status: 404,
    title: '没有这个证书',
    detail: '请核对证号；旧房产证、土地证号请到登记机构查询。',
  },
  CERTIFICATE_NOT_READY: {
    status: 409,
    title: '证书正在制作',
    detail: '登簿已完成，电子证书正在生成，请稍候再下载。',
  },
  CERTIFICATE_VOID: { status: 409, title: '证书已作废', detail: '该证书所载权利已终止，不能打印。' },
  PRINTING_SERIAL_USED: {
    status: 409,
    title: '该印制序列号已使用',
    detail: '一张空白证只能使用一次，请核对纸张上的编号。',
  },
});
