import type { Citation } from '@hengchan/platform';
import { law } from '../law.ts';

/** How long a public notice runs. */
export interface NoticePeriod {
  days: number;
  unit: 'working' | 'calendar';
}

interface KindOfNotice {
  title: string;
  law: Citation;
  period: NoticePeriod;
  /** Law gives the least: an office may announce for longer, never for less. */
  least?: true;
  /** What the notice tells about the registration it is for. */
  lead: string;
}

const fifteenWorkingDays: NoticePeriod = { days: 15, unit: 'working' };

/** Every public notice a registry publishes: 实施细则 17 lists those of registration, 22 the statement of loss; local law others. */
export const noticeKinds = {
  first: {
    title: '不动产首次登记公告',
    law: law.publicNotice,
    period: fifteenWorkingDays,
    least: true,
    lead: '经初步审定，我机构拟对下列不动产权利予以首次登记，现予公告。',
  },
  cancellation: {
    title: '不动产注销登记公告',
    law: law.publicNotice,
    period: fifteenWorkingDays,
    least: true,
    lead: '我机构拟对下列不动产权利办理注销登记，现予公告。',
  },
  rectification: {
    title: '不动产更正登记公告',
    law: law.publicNotice,
    period: fifteenWorkingDays,
    least: true,
    lead: '登记簿对下列不动产的记载有误，通知权利人后逾期未办理更正登记，我机构拟依职权予以更正，现予公告。',
  },
  inheritance: {
    title: '继承（受遗赠）不动产登记公告',
    law: law.inheritance,
    period: fifteenWorkingDays,
    lead: '申请人因继承（受遗赠）申请下列不动产的转移登记，现予公告。有其他继承人、受遗赠人或对权属有异议的，请在公告期内提出。',
  },
  loss: {
    title: '不动产权证书（登记证明）遗失、灭失声明',
    law: law.reissue,
    period: fifteenWorkingDays,
    least: true,
    lead: '下列不动产权证书（登记证明）因保管不善遗失、灭失，权利人声明作废并申请补发。公告期满无异议的，我机构将予以补发。',
  },
  void: {
    title: '不动产权证书（登记证明）作废公告',
    law: law.publicNotice,
    period: fifteenWorkingDays,
    lead: '下列不动产权证书（登记证明）无法收回，现公告作废。',
  },
} as const satisfies Record<string, KindOfNotice>;

export type NoticeKind = keyof typeof noticeKinds;

export const isNoticeKind = (text: string): text is NoticeKind => Object.hasOwn(noticeKinds, text);

export const kindOf = (kind: NoticeKind): KindOfNotice => noticeKinds[kind];

export const unitTitles: Record<NoticePeriod['unit'], string> = { working: '个工作日', calendar: '日' };
