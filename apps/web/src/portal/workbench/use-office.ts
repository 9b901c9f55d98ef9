import { useOffices } from '../../api/offices.ts';
import { officeFilter } from '../../list/common-filters.ts';
import type { ChoiceFilter } from '../../list/filters.ts';

/** The registry an institution looks at: the first until another is chosen. */
export function useOffice(): { filter: ChoiceFilter; officeOf: (values: { office: string }) => string } {
  const filter = officeFilter(useOffices().data ?? []);
  return { filter, officeOf: ({ office }) => office || (filter.standard ?? '') };
}
