interface Act {
  action: string;
  title: string;
  style: 'primary' | 'default' | 'danger';
  final: boolean;
}

const words: readonly (readonly [RegExp, string])[] = [
  [/不予受理/, '本件到此结束，系统出具不予受理告知书，写明您填写的理由，送达申请人。'],
  [/不予登记/, '本件到此结束，系统出具不予登记告知书，写明您填写的理由，送达申请人。登记簿不变。'],
  [/不能协助/, '本件到此结束，系统生成回执，写明您填写的理由，反馈协助执行的机关。登记簿不变。'],
  [
    /予以协助/,
    '系统再次核对后即记载于登记簿：已有查封的记为轮候，顺位按送达时间。随后生成回执，反馈协助执行的机关。',
  ],
  [
    /准予登记|登簿|记载/,
    '系统再次核对查封等限制，通过后随即记载于登记簿并留存证，记载后只能依更正登记或其他登记改变；证书随之生成，结果通知有关部门。',
  ],
  [/撤回|撤销|取消/, '本件到此结束，已提交的内容留作记录，不再继续办理。登记簿不变。'],
  [/补正/, '补正清单一次告知申请人，承诺时限暂停计算；申请人提交补正后，本件回到原环节。'],
  [/退回/, '本件退回前一环节，您写明的意见一并送达。'],
  [/提交/, '填写的内容不再改动，系统随即联网核验并校验规则，再由各方确认。'],
];

/** What happens when the action is done, said before a person confirms it. */
export function consequenceOf(act: Act): string {
  const found = words.find(([pattern]) => pattern.test(act.title));
  if (found) return found[1];
  if (act.style === 'danger') return '本件到此结束，操作和您的意见记入办理历史。';
  return '本件进入下一环节，操作和您的意见记入办理历史。';
}
