import { refuse } from './effects/effect.ts';
import { law } from './law.ts';
import type { Refusal, UnitFacts } from './state.ts';

/** A positive decimal in its plain form, at most four places: what the database gives back unchanged. */
const isArea = (text: string): boolean => /^(0|[1-9]\d{0,11})(\.\d{1,4})?$/.test(text) && Number(text) > 0;

/** AREA_INVALID, of a unit's own area or of its land's. */
export function checkAreas({ area, landArea }: Pick<UnitFacts, 'area' | 'landArea'>): Refusal[] {
  if (isArea(area) && isArea(landArea ?? '1')) return [];
  return [refuse('AREA_INVALID', '面积应为大于零的小数，单位为平方米。', law.refusal)];
}
