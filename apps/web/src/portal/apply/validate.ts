import type { Business } from '../../api/businesses.ts';
import type { CaseView } from '../../api/types.ts';
import { readForm } from '../../components/schema-form/values.ts';
import { type ApplyDraft, partiesOf } from './draft.ts';
import type { ApplyPage } from './pages.ts';
import { checkRole, firstIdentityType, type RoleErrors } from './parties.ts';

/** What keeps a page from being left, beside the inputs it is about. */
export interface PageFaults {
  page?: string;
  role?: RoleErrors;
  /** By path. */
  fields?: Record<string, string>;
}

export function faultsOf(
  page: ApplyPage,
  draft: ApplyDraft,
  business: Business,
  view: CaseView | undefined,
): PageFaults | undefined {
  switch (page.kind) {
    case 'unit': {
      const least = business.units?.minimum ?? 1;
      if (draft.units.length >= least) return undefined;
      return { page: least > 1 ? `请至少选择 ${least} 处不动产` : '请选择要办理的不动产' };
    }
    case 'party': {
      const role = checkRole(page.role, partiesOf(draft, page.role, firstIdentityType(page.role)));
      return role && { role };
    }
    case 'form': {
      const { errors } = readForm(business.form, draft.typed, page.page.fields);
      return Object.keys(errors).length > 0 ? { fields: errors } : undefined;
    }
    case 'materials': {
      const missing =
        view?.materials.filter((material) => material.required && material.status === 'missing') ?? [];
      return missing.length > 0
        ? { page: `还需要提交：${missing.map((material) => material.title).join('、')}` }
        : undefined;
    }
    case 'check':
      return undefined;
  }
}
