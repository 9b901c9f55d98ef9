import type { CatalogueTable } from '../catalogue.ts';

export const rulesTables: readonly CatalogueTable[] = [
  {
    table: 'rules.proposal',
    title: '规则与名单的提议',
    ground: 'management',
    government: 'office rule business revision id enabled parameters effective_on reason proposed_at',
    personal: 'proposed_by proposed_by_name',
  },
  {
    table: 'rules.decision',
    title: '对提议的决定',
    ground: 'management',
    government: 'office rule business revision outcome note decided_at effective_from',
    personal: 'proposed_by decided_by decided_by_name',
  },
  {
    table: 'rules.evaluation',
    title: '规则校验及当时的事实',
    ground: 'case',
    government: 'office case_no id moment business business_version channel outcome findings facts_size at',
    personal: 'facts_sealed',
  },
  {
    table: 'rules.study',
    title: '规则试算',
    ground: 'management',
    government:
      'office id rule business enabled parameters from_at to_at state total done changed untold reached asked_at ended_at',
    personal: 'asked_by asked_by_name',
  },
  {
    table: 'rules.study_case',
    title: '试算中结论会改变的办件',
    ground: 'management',
    government:
      'office study case_no moment business outcome_before outcome_after rule_before rule_after message',
  },
];
