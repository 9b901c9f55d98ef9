import { catalogueErrors } from '@hengchan/platform';

export const errors = catalogueErrors('cadastre', {
  EDITION_NOT_FOUND: { status: 404, title: '没有这一版分区', detail: '请核对版号，或从分区版本列表中进入。' },
  DISTRICTS_UNREADABLE: {
    status: 422,
    title: '文件不是分区数据',
    detail: '请上传 GeoJSON FeatureCollection（UTF-8），坐标为 CGCS2000 经纬度。',
  },
  DISTRICTS_FAULTY: {
    status: 422,
    title: '分区数据有错误',
    detail: '没有导入任何内容。请逐条改正后重新上传。',
  },
  EDITION_STATE: {
    status: 409,
    title: '这一版现在不能这样办理',
    detail: '它的状态已经改变，请刷新后查看。',
  },
  EDITION_BY_SAME_PERSON: {
    status: 403,
    title: '导入或提交的人不能自己确认',
    detail: '分区由一人导入提交、登记机构另一人确认。',
  },
  EDITION_BY_ANOTHER: {
    status: 403,
    title: '只能撤回自己提交的版本',
    detail: '他人提交的请确认或退回。',
  },
  EDITION_OUTDATED: {
    status: 409,
    title: '现行分区在提交后已经改变',
    detail: '差异是与先前的现行分区比较得出的。请退回，由提交人重新提交，按新的现行分区比较。',
  },
  NOTHING_TO_RESTORE: {
    status: 409,
    title: '这一版不能恢复',
    detail: '只有曾经生效、现已被替代的版本可以恢复。',
  },
});
