import { type Business, onlineMaterials, type PartyRole } from '../../api/businesses.ts';
import { type FieldPage, pagesOf } from '../../components/schema-form/fields.ts';

/** One thing a page, in the order they are asked. */
export type ApplyPage =
  | { id: string; kind: 'unit'; title: string }
  | { id: string; kind: 'party'; title: string; role: PartyRole }
  | { id: string; kind: 'form'; title: string; page: FieldPage }
  | { id: string; kind: 'materials'; title: string }
  | { id: string; kind: 'check'; title: string };

export function applyPages(business: Business): ApplyPage[] {
  return [
    { id: 'unit', kind: 'unit', title: '选择不动产' },
    ...business.parties.map((role) => ({
      id: `party-${role.role}`,
      kind: 'party' as const,
      title: `填写${role.title}`,
      role,
    })),
    ...pagesOf(business.form).map((page, index) => ({
      id: `form-${index + 1}`,
      kind: 'form' as const,
      title: page.title,
      page,
    })),
    ...(onlineMaterials(business).length > 0
      ? [{ id: 'materials', kind: 'materials' as const, title: '提交材料' }]
      : []),
    { id: 'check', kind: 'check', title: '核对后提交' },
  ];
}

/**
 * Pages on the way from the first to the last. Whose consent a few cases need is asked nobody unless somebody is named there: the page is
 * reached from where everything is read once more, and from what the rules say.
 */
export function pagesOnTheWay(
  pages: readonly ApplyPage[],
  current: ApplyPage,
  named: (role: string) => boolean,
): ApplyPage[] {
  return pages.filter(
    (page) =>
      page === current ||
      page.kind !== 'party' ||
      page.role.minimum > 0 ||
      page.role.opens === true ||
      page.role.confirms !== true ||
      named(page.role.role),
  );
}

/** Page of the wizard on which the part of the request named by a JSON pointer is filled in. */
export function pageOfPointer(
  pages: readonly ApplyPage[],
  pointer: string,
  roles: readonly string[],
): ApplyPage | undefined {
  const [, part, second] = pointer.split('/');
  if (part === 'units' || part === 'office') return pages.find((page) => page.kind === 'unit');
  if (part === 'parties') {
    const role = roles[Number(second)];
    return pages.find((page) => page.kind === 'party' && (role === undefined || page.role.role === role));
  }
  if (part === 'form') {
    const path = pointer.split('/').slice(2).join('.');
    return pages.find(
      (page) =>
        page.kind === 'form' &&
        page.page.fields.some(
          (field) => path === '' || field.path === path || field.path.startsWith(`${path}.`),
        ),
    );
  }
  return part === 'materials' ? pages.find((page) => page.kind === 'materials') : undefined;
}
