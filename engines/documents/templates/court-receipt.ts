import type { FieldError } from '@hengchan/platform';
import { type Static, Type } from 'typebox';
import { defineTemplate } from '../template.ts';
import {
  closed,
  dayOf,
  demo,
  momentOf,
  office,
  officeSeal,
  oneOf,
  perhaps,
  unitCode,
  unitTexts,
  words,
} from './common.ts';

/** An order that came first: a queued seizure takes effect when those ahead of it are lifted. */
const ahead = closed(
  {
    authority: words('在先查封机关', 200),
    document: words('在先查封文号', 200),
    until: Type.Optional(dayOf('在先查封期限止')),
  },
  '在先查封',
);

const outcome = closed(
  {
    unitCode,
    location: words('坐落', 500),
    holder: words('登记簿记载的权利人', 400),
    result: oneOf('办理结果', ['已办理', '轮候', '未能办理']),
    /** Place in the queue, 1 is first behind the seizure in force. */
    position: Type.Optional(Type.Integer({ title: '轮候顺位', minimum: 1, maximum: 9999 })),
    ahead: Type.Optional(Type.Array(ahead, { title: '在先查封', maxItems: 100 })),
    from: Type.Optional(dayOf('期限起')),
    to: Type.Optional(dayOf('期限止')),
    entryNumber: perhaps('登簿编号', 60),
    registeredAt: Type.Optional(momentOf('登簿时间')),
    reason: perhaps('未能办理的原因', 1000),
  },
  '办理情况',
);

const schema = closed({
  demo,
  office,
  receiptNumber: words('回执编号', 60),
  authority: words('执行机关', 200),
  /** The documents served, by name and number. */
  documents: Type.Array(closed({ name: words('文书名称', 100), number: words('文号', 100) }), {
    title: '送达文书',
    minItems: 1,
    maxItems: 20,
  }),
  /** To the minute: the order of service decides the order of seizures. */
  receivedAt: momentOf('收到时间'),
  servedBy: perhaps('送达方式或送达人', 200),
  measure: words('协助事项', 100),
  outcomes: Type.Array(outcome, { title: '办理情况', minItems: 1, maxItems: 500 }),
  notes: Type.Optional(Type.Array(words('说明', 1000), { title: '说明', maxItems: 10 })),
  handler: perhaps('经办人', 100),
});

export type CourtReceiptData = Static<typeof schema>;

/** What each result must say for the receipt to be of use to the court. */
function review({ outcomes }: CourtReceiptData): FieldError[] {
  return outcomes.flatMap((one, index) => {
    const at = (name: string) => `/outcomes/${index}/${name}`;
    if (one.result === '轮候' && one.position === undefined)
      return [{ path: at('position'), message: '轮候的，应当写明轮候顺位' }];
    if (one.result === '未能办理' && !one.reason)
      return [{ path: at('reason'), message: '未能办理的，应当写明原因' }];
    return [];
  });
}

/** 协助执行通知书（回执）. */
export const courtReceipt = defineTemplate({
  code: 'court-receipt',
  title: '协助执行通知书（回执）',
  source: new URL('./court-receipt.typ', import.meta.url),
  schema,
  review,
  seal: officeSeal,
  present: (data) => ({ outcomes: unitTexts(data.outcomes) }),
});
