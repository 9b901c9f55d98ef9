import { matters, rightMatters } from '@hengchan/registration';
import Type from 'typebox';

/** Form fields several businesses ask for. Every example is valid in the demonstration city. */

/** An amount in yuan as people write it. */
export const yuan = (title: string, description: string, example: string) =>
  Type.String({ title, description, pattern: '^(0|[1-9]\\d{0,12})(\\.\\d{1,2})?$', examples: [example] });

export const day = (title: string, description: string, example: string) =>
  Type.String({ title, description, format: 'date', examples: [example] });

export const words = (title: string, description: string, example: string, maxLength = 200) =>
  Type.String({ title, description, minLength: 1, maxLength, examples: [example] });

/** One of a few choices, with their Chinese names beside the codes. */
export const choice = (
  title: string,
  description: string,
  choices: Record<string, string>,
  example: string,
) =>
  Type.Unsafe<string>(
    Type.String({
      title,
      description,
      enum: Object.keys(choices),
      'x-titles': choices,
      examples: [example],
    }),
  );

/** How the buyers will hold (GYFS). */
export const coOwnership = choice(
  '受让方共有方式',
  '0 单独所有；1 共同共有（如夫妻）；2 按份共有（须为每位受让方填写份额）',
  { '0': '单独所有', '1': '共同共有', '2': '按份共有' },
  '0',
);

export const documentNumber = words('协助执行通知书文号', '通知书上的文号', '（2026）苏0402执协字第108号');

export const deliveredAt = Type.String({
  title: '送达时间',
  description: '登记机构收到通知书的时间；在线送达以系统收到为准',
  format: 'date-time',
  examples: ['2026-11-02T09:00:00+08:00'],
});

export const months = Type.Integer({
  title: '查封期限（月）',
  description: '不动产查封期限不得超过三年（36 个月）',
  minimum: 1,
  maximum: 120,
  examples: [36],
});

export const originalDocumentNumber = words(
  '原查封的协助执行通知书文号',
  '本机关在该不动产上只有一件查封的可不填',
  '（2026）苏0402执协字第108号',
);

/** Needed only while an objection stands (实施细则 84). */
export const riskAcknowledged = Type.Optional(
  Type.Boolean({
    title: '知悉异议登记并自担风险',
    description: '该不动产有异议登记时，各方知悉后仍要办理的，请勾选',
    examples: [true],
  }),
);

/** How applicants will hold (GYFS). */
export const heldAs = choice(
  '共有方式',
  '0 单独所有；1 共同共有；2 按份共有（须为每位权利人填写份额）',
  { '0': '单独所有', '1': '共同共有', '2': '按份共有' },
  '0',
);

export const reasonOf = (usual: string) =>
  Type.Optional(words('登记原因', `不填写时为“${usual}”`, usual, 100));

/** Codes of units, as the cadastral survey gave them. */
export const unitCodes = (title: string, description: string, example: string) =>
  Type.Array(Type.String({ title: '不动产单元代码', minLength: 28, maxLength: 40, examples: [example] }), {
    title,
    description,
    minItems: 1,
    maxItems: 200,
    examples: [[example]],
  });

/** One matter of any kind, and what it is from now on. */
export const anyChange = {
  matter: choice('变更（更正）事项', '一次一项；有几项的分别申请', matters, 'location'),
  newValue: words(
    '变更（更正）后的内容',
    '姓名或名称、坐落照实填写；面积填平方米数；用途填用途代码；期限填最后一日（如 2076-11-19）',
    '常州市天宁区和煦东路8号',
  ),
};

/** Which of several rights of the same kind is meant. */
export const proofNumber = Type.Optional(
  words('不动产登记证明号', '该不动产上有多项同类权利时填写', '苏（2026）常州市不动产证明第0000001号', 100),
);

/** Which of several notices is meant, where a case is about the notice of a title and that of a mortgage. */
export const noticeNumber = Type.Optional(
  words(
    '预告登记证明号',
    '可不填；权利人在该不动产上有多项预告登记时填写',
    '苏（2026）常州市不动产证明第0000001号',
    100,
  ),
);
export const mortgageNoticeNumber = Type.Optional(
  words(
    '抵押预告登记证明号',
    '可不填；抵押权人在该不动产上有多项抵押预告登记时填写',
    '苏（2026）常州市不动产证明第0000002号',
    100,
  ),
);

/** One member of a right's content, and what it is from now on. */
export const rightChange = (...of: readonly (keyof typeof rightMatters)[]) => ({
  matter: choice(
    '变更事项',
    '一次一项；有几项的分别申请',
    Object.fromEntries(of.map((matter) => [matter, rightMatters[matter]])),
    of[0] ?? 'term',
  ),
  newValue: words(
    '变更后的内容',
    '金额填元（如 900000.00）；期限、日期填到日（如 2056-11-19）；是否约定限制转让填“是”或“否”；其余照实填写',
    of[0] === 'principal' || of[0] === 'amount'
      ? '700000.00'
      : of[0] === 'term'
        ? '2046-11-19'
        : '通行，宽三米，机动车可通过',
    500,
  ),
});
