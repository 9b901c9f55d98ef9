import type { CatalogueTable } from '../catalogue.ts';

export const registerTables: readonly CatalogueTable[] = [
  {
    table: 'register.building',
    title: '自然幢',
    ground: 'register',
    government: 'office code parcel_code name total_floors structure completed_on shape updated_at',
  },
  {
    table: 'register.certificate',
    title: '登簿证号',
    ground: 'register',
    government: 'office number unit_code right_id issued_entry',
  },
  {
    table: 'register.entry',
    title: '登簿',
    ground: 'register',
    government:
      'office number previous_number case_no business unit_code effect_type mode entered_at previous_hash hash',
    personal: 'effect registrar',
  },
  {
    table: 'register.hold',
    title: '查封与处分期间',
    ground: 'register',
    government: 'office id unit_code kind authority starts_at ends_at',
  },
  {
    table: 'register.holder',
    title: '权利人',
    ground: 'register',
    government: 'office right_id ordinal unit_code share_numerator share_denominator certificate',
    personal: 'name id_type id_sealed id_index id_masked holder_kind',
  },
  {
    table: 'register.office_head',
    title: '登簿链末端',
    ground: 'register',
    government: 'office number hash',
  },
  {
    table: 'register.closure',
    title: '登记簿页关闭',
    ground: 'register',
    government: 'office unit_code entry_number closed_at how reason',
  },
  {
    table: 'register.lineage',
    title: '单元沿革',
    ground: 'register',
    government: 'office unit_code successor entry_number',
  },
  {
    table: 'register.surveyed_unit',
    title: '权籍调查成果',
    ground: 'register',
    government: 'office code parcel_code building_no location location_tokens facts updated_at',
  },
  {
    table: 'register.parcel',
    title: '宗地',
    ground: 'register',
    government: 'office code location area use owner_nature shape updated_at',
  },
  {
    table: 'register.right',
    title: '权利',
    ground: 'register',
    government:
      'office id unit_code kind right_type co_ownership share_numerators share_denominators content rank queue slot certificate registered_at registered_entry ended_at ended_entry ended_reason origin continues',
  },
  {
    table: 'register.seizure_queue',
    title: '轮候查封',
    ground: 'register',
    government: 'office unit_code place right_id delivered_at place_ahead delivered_ahead',
  },
  {
    table: 'register.unit',
    title: '不动产单元',
    ground: 'register',
    government:
      'office code since_entry since_at ended_entry ended_at kind location location_tokens area land_area use land_use structure total_floors floor room_no building_no completed_on parcel_code rights_nature land_term_from land_term_to house_type house_nature longitude latitude',
  },
  {
    table: 'register.unit_head',
    title: '单元末次登簿',
    ground: 'register',
    government: 'office unit_code entry_number entered_at',
  },
];
