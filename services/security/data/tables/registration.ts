import type { CatalogueTable } from '../catalogue.ts';

export const registrationTables: readonly CatalogueTable[] = [
  {
    table: 'registration.notice',
    title: '登记公告',
    ground: 'case',
    government:
      'office no case_no kind title location content published_at published_on days unit ends_at file_hash stopped_at search',
  },
  {
    table: 'registration.objection',
    title: '公告异议',
    ground: 'case',
    government: 'office id notice_no case_no filed_at outcome decided_at',
    personal:
      'filed_by name id_type id_sealed id_index id_masked relation reason reasons decided_by decided_by_name',
  },
  {
    table: 'registration.objection_file',
    title: '公告异议材料',
    ground: 'case',
    government: 'office objection id media_type size mark added_at',
    personal: 'name file_hash',
  },
  {
    table: 'registration.batch_row',
    title: '批量办理的行',
    ground: 'case',
    government: 'office organisation digest case_no opened_at',
    personal: 'opened_by',
  },
];
