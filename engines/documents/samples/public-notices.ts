import type { ObjectionReplyData } from '../templates/objection-reply.ts';
import type { PublicNoticeData } from '../templates/public-notice.ts';
import { usualRemedy } from '../templates/remedy.ts';
import { office, units } from './case.ts';

export const publicNotice: PublicNoticeData = {
  demo: true,
  office,
  noticeNo: '32040220261120000001',
  heading: '不动产首次登记公告',
  paragraphs: ['经初步审定，我机构拟对下列不动产权利予以首次登记，现予公告。'],
  units,
  items: [
    { label: '登记业务', value: '宅基地使用权及房屋所有权首次登记' },
    { label: '拟登记的权利人', value: '林*远' },
    { label: '面积', value: '98.76 平方米' },
  ],
  publishedOn: '2026-11-20',
  endsOn: '2026-12-11',
  period: '15 个工作日',
  citation: { law: '不动产登记暂行条例实施细则', article: '第十七条', verified: false },
  noticeUrl: 'https://verify.example.cn/notices/32040220261120000001',
};

export const objectionReply: ObjectionReplyData = {
  demo: true,
  office,
  noticeNo: '32040220261120000001',
  noticeTitle: '不动产首次登记公告',
  objector: '苏念禾',
  units,
  filedAt: '2026-12-01T09:30',
  objection: '该宅基地与我户相邻，公告的四至包括了我户的通道。',
  outcome: '不成立',
  reasons: '经实地查看并与相邻各方共同指界，公告的界址不包括通道，权籍调查成果由各方签字确认。',
  decidedAt: '2026-12-03T15:00',
  remedy: usualRemedy({ reconsideration: '常州市人民政府', court: '有管辖权的人民法院' }),
};
