import type { ProcessNode } from '@hengchan/casework';
import Type from 'typebox';

/** 缴税费: the order is made, the payer pays once, by whatever way; the step ends when the money has arrived. */
export function payment(payer: string, next: string): ProcessNode[] {
  return [
    {
      id: 'open-payment',
      kind: 'automatic',
      title: '生成缴款单',
      phase: 'paying',
      handler: 'open-payment',
      next: 'pay',
      outcomes: { nothing: next },
    },
    {
      id: 'pay',
      kind: 'human',
      title: '缴纳税费',
      phase: 'paying',
      assignee: { party: payer },
      event: 'payment.settled',
      stopsClock: true,
      actions: [
        {
          action: 'pay',
          title: '缴款',
          style: 'primary',
          work: 'authorise-payment',
          data: Type.Object({
            method: Type.Unsafe<'quick' | 'cashier' | 'qr' | 'pos' | 'ecny'>(
              Type.String({
                title: '缴款方式',
                description:
                  'quick 快捷支付（已签约账户）；cashier 网上收银台；qr 扫码；pos 窗口刷卡；ecny 数字人民币（试点机构）',
                enum: ['quick', 'cashier', 'qr', 'pos', 'ecny'],
                examples: ['quick'],
              }),
            ),
          }),
        },
      ],
      next,
    },
  ];
}
