import type { CatalogueTable } from '../catalogue.ts';

export const cadastreTables: readonly CatalogueTable[] = [
  {
    table: 'cadastre.affected_parcel',
    title: '分区调整影响的宗地',
    ground: 'register',
    government: 'office edition parcel_code home lies_in lay_in how units',
  },
  {
    table: 'cadastre.comparison',
    title: '新旧分区的叠加',
    ground: 'register',
    government: 'office edition base parcels units compared_at',
  },
  {
    table: 'cadastre.difference',
    title: '新旧分区的差异',
    ground: 'register',
    government:
      'office edition code level changes name_before name_after related area_before area_after area_lost area_gained area_kept lost gained kept parcels units',
  },
  {
    table: 'cadastre.district',
    title: '行政区、地籍区、地籍子区',
    ground: 'register',
    government: 'office edition code level name shape area',
  },
  {
    table: 'cadastre.edition',
    title: '分区版本',
    ground: 'register',
    government: 'office number title source restores file_name reason districts made_at',
    personal: 'made_by made_by_name',
  },
  {
    table: 'cadastre.step',
    title: '分区版本的提交与确认',
    ground: 'register',
    government: 'office edition ordinal act base turn reason acted_at',
    personal: 'submitted_by made_by acted_by acted_by_name',
  },
];
