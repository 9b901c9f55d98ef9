interface Act {
  action: string;
  title: string;
  style: 'primary' | 'default' | 'danger';
  final: boolean;
}

const words: readonly (readonly [RegExp, string])[] = [
  [/不予受理/, '本件到此结束，系统出具不予受理告知书，写明您填写的理由，送达申请人。'],
  [/不予登记/, '本件到此结束，系统出具不予登记告知书，写明您填写的理由，送达申请人。登记簿不变。'],
  [
    /登簿|记载/,
    '登记事项随即记载于登记簿并留存证，记载后只能依更正登记或其他登记改变；证书随之生成，结果通知有关部门。',
  ],
  [/核定|批准/, '本件随即进入登簿。登簿前系统再次核对查封等限制，核对通过即记载于登记簿。'],
  [/撤回|撤销|取消/, '本件到此结束，已提交的内容留作记录，不再继续办理。登记簿不变。'],
  [/补正|退回/, '本件退给申请人，承诺时限暂停计算；申请人按您写明的要求补正后，本件回到受理环节。'],
  [/发证|领取|制证/, '证书状态随即更新，领取记录留存，本件办结。'],
];

/** What happens when the action is done, said before a person confirms it. */
export function consequenceOf(act: Act): string {
  const found = words.find(([pattern]) => pattern.test(act.title));
  if (found) return found[1];
  if (act.style === 'danger') return '本件到此结束，操作和您的意见记入办理历史。';
  return '本件进入下一环节，操作和您的意见记入办理历史。';
}
