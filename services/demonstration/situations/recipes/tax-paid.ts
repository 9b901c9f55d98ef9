import { rightTypeOf, titledUnit } from '../acts.ts';
import type { Recipe } from './recipe.ts';

/** 购买商品房, the taxes paid at the bureau before the case: the buyer has a receipt to show. */
export const taxPaid: Recipe = {
  prefers: () => ({ transferor: 'developer' }),
  async prepare(stage, definition, casting) {
    const { facts, title } = await titledUnit(stage, {
      rightType: rightTypeOf(definition),
      holders: casting.holders(),
    });
    const identities = (role: string) => casting.all(role).map(({ identity }) => identity);
    const paid = await stage.atCounter('tax', 'receipts', {
      office: stage.office.code,
      unitCode: facts.code,
      buyers: identities('transferee'),
      sellers: identities('transferor'),
      area: facts.area,
    });
    return {
      units: [facts.code],
      parties: casting.parties(),
      form: { certificateNumber: title.certificate, taxReceiptNumber: receiptIn(paid) },
    };
  },
};

/** Number of the buyer's receipt in what the bureau's counter answered. */
function receiptIn(answer: unknown): string | undefined {
  const { receipts = [] } = (answer ?? {}) as { receipts?: { payer: string; receiptNo: string }[] };
  return receipts.find(({ payer }) => payer === 'buyer')?.receiptNo;
}
