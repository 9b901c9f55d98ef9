import type { CatalogueTable } from '../catalogue.ts';

export const caseworkTables: readonly CatalogueTable[] = [
  {
    table: 'casework.calendar_day',
    title: '工作日历',
    ground: 'case',
    government: 'day working name source verified',
  },
  {
    table: 'casework.case_unit',
    title: '办件所涉单元',
    ground: 'case',
    government: 'office case_no ordinal unit_code location area use',
  },
  {
    table: 'casework.cases',
    title: '办件',
    ground: 'case',
    government:
      'office no business business_version channel phase opened_at idempotency_key accepted_at limit_days warning_days stopped_days stopped_since suspended_at suspended_for suspension_over_at due_on warn_on closed_at revision',
    personal: 'form opened_by opened_by_name accepted_by search suspended_by suspended_by_name suspension',
  },
  {
    table: 'casework.claim',
    title: '单元占用',
    ground: 'case',
    government: 'office unit_code case_no claimed_at',
  },
  {
    table: 'casework.document',
    title: '办件文书',
    ground: 'case',
    government: 'office case_no code title file_hash mark made_at',
  },
  {
    table: 'casework.event',
    title: '办件经过',
    ground: 'case',
    government: 'office case_no id at node action title idempotency_key',
    personal: 'actor actor_name actor_kind comment data acted_for acted_for_name',
  },
  {
    table: 'casework.fact',
    title: '部门核验结果',
    ground: 'case',
    government: 'office case_no kind outcome source asked_at',
    personal: 'subject data_sealed',
  },
  {
    table: 'casework.finding',
    title: '规则结论',
    ground: 'case',
    government: 'office case_no id moment rule rule_version title outcome message citation at',
    personal: 'facts',
  },
  {
    table: 'casework.material',
    title: '申请材料',
    ground: 'case',
    government: 'office case_no id material media_type size mark added_at removed_at',
    personal: 'name file_hash added_by added_by_name',
  },
  {
    table: 'casework.party',
    title: '办件当事人',
    ground: 'case',
    government: 'office case_no ordinal role share_numerator share_denominator confirmed_at',
    personal: 'name id_type id_sealed id_index id_masked confirmed_by',
  },
  {
    table: 'casework.signal',
    title: '办件信号',
    ground: 'case',
    government: 'office case_no event message outcome received_at consumed_by',
  },
  {
    table: 'casework.token',
    title: '办件环节',
    ground: 'case',
    government:
      'office case_no id node kind role state entered_at done_at outcome attempts not_before last_error due_at due_since due_days done_office',
    personal: 'claimed_by claimed_by_name claimed_for done_by done_by_name done_for done_for_name',
  },
];
