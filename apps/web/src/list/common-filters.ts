import { useBusinesses } from '../api/businesses.ts';
import { useOffices } from '../api/offices.ts';
import { type ChoiceFilter, optionsOf } from './filters.ts';

/** By what is registered. */
export const businessFilter: ChoiceFilter = {
  kind: 'choice',
  label: '登记业务',
  width: 220,
  options: useBusinessOptions,
};

function useBusinessOptions() {
  const businesses = useBusinesses();
  return (businesses.data ?? []).map(({ code, name }) => ({ value: code, title: name }));
}

/** By whether the citation was compared with the published text. */
export const verifiedFilter: ChoiceFilter = {
  kind: 'choice',
  label: '依据',
  options: optionsOf({ yes: '依据已核', no: '依据未核' }),
};

/** By office, for somebody who works at several; the first of them while none is chosen. */
export const officeFilter = (
  offices: readonly { code: string; name: string }[],
  hidden: ChoiceFilter['hidden'] = false,
): ChoiceFilter => ({
  kind: 'choice',
  label: '登记机构',
  width: 260,
  options: offices.map(({ code, name }) => ({ value: code, title: name })),
  standard: offices[0]?.code,
  hidden: offices.length < 2 || hidden,
});

/** By registry, for somebody who may look at all. */
export const anyOfficeFilter: ChoiceFilter = { kind: 'choice', label: '登记机构', options: useOfficeOptions };

function useOfficeOptions() {
  const offices = useOffices();
  return (offices.data ?? []).map(({ code, name }) => ({ value: code, title: name }));
}
