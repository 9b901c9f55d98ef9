import type { CatalogueTable } from '../catalogue.ts';

export const securityTables: readonly CatalogueTable[] = [
  {
    table: 'security.approval',
    title: '同意记录',
    ground: 'security',
    personal: 'requested_by requested_by_name decided_by decided_by_name withdrawn_by withdrawn_by_name',
    operational:
      'office id operation subject purpose scope recipient row_limit valid_until requested_at decision decided_at decision_note withdrawn_at',
  },
  {
    table: 'security.control_review',
    title: '控制点复核',
    ground: 'security',
    personal: 'reviewed_by reviewed_by_name',
    operational: 'office control reviewed_at outcome note next_review_on',
  },
  {
    table: 'security.cryptography_product',
    title: '密码产品',
    ground: 'security',
    personal: 'recorded_by recorded_by_name',
    operational:
      'office use version product manufacturer model certificate_number issued_on valid_until remark reason recorded_at',
  },
  {
    table: 'security.held_document',
    title: '受控文件',
    ground: 'security',
    personal: 'added_by added_by_name',
    operational: 'office id kind title provider name file_hash media_type size mark added_at',
  },
  {
    table: 'security.integrity_check',
    title: '完整性核验',
    ground: 'security',
    operational: 'office id checked_at faults result',
  },
  {
    table: 'security.retention_term',
    title: '保存期',
    ground: 'security',
    personal: 'set_by set_by_name',
    operational: 'office ground set_at months basis basis_verified',
  },
  {
    table: 'security.mark_change',
    title: '密级变更',
    ground: 'security',
    personal: 'asked_by asked_by_name decided_by decided_by_name',
    operational:
      'office id shelf key title from_mark to_mark lowers reason asked_at decision decided_at note',
  },
  {
    table: 'security.provider_consent',
    title: '报送单位的同意',
    ground: 'security',
    personal: 'given_by recorded_by recorded_by_name withdrawn_by',
    operational: 'office id document recipient purpose valid_until recorded_at withdrawn_at',
  },
  {
    table: 'security.destruction',
    title: '销毁任务',
    ground: 'security',
    personal: 'requested_by requested_by_name',
    operational: 'office id approval export status confirmation requested_at record finished_at',
  },
  {
    table: 'security.export',
    title: '全量导出',
    ground: 'security',
    personal: 'requested_by requested_by_name',
    operational:
      'office id disposition purpose recipient approval readable status tables_total tables_done rows_done failure manifest_hash requested_at finished_at keep_until verified_at',
  },
  {
    table: 'security.export_part',
    title: '导出文件',
    ground: 'security',
    operational: 'office export name ordinal table_name row_count size file_hash',
  },
  {
    table: 'security.issue',
    title: '问题单',
    ground: 'security',
    personal: 'source measures_by created_by created_by_name closed_by',
    operational:
      'office id kind severity title_sealed description_sealed status due_at report_due_at reported_at reported_to measures_sealed created_at closed_at',
  },
  {
    table: 'security.issue_step',
    title: '问题单经过',
    ground: 'security',
    personal: 'actor actor_name',
    operational: 'office issue id action note_sealed at',
  },
  {
    table: 'security.notice',
    title: '告警与通知',
    ground: 'security',
    personal: 'text handled_by handled_by_name',
    operational: 'office id kind audience subject created_at handled_at handling',
  },
  {
    table: 'security.report',
    title: '年度报告',
    ground: 'security',
    personal: 'prepared_by_name submitted_by_name',
    operational:
      'office year reason registered_users due_on created_at content prepared_at submitted_at submitted_to',
  },
  {
    table: 'security.restore_drill',
    title: '恢复演练',
    ground: 'security',
    operational:
      'office id drilled_at backup_made_at database_kind files rows_restored restore_seconds verify_seconds faults result',
  },
  {
    table: 'security.stop',
    title: '功能停用',
    ground: 'security',
    personal: 'stopped_by stopped_by_name resumed_by resumed_by_name',
    operational: 'office id kind target message reason issue stopped_at resumed_at',
  },
  {
    table: 'security.team_change',
    title: '团队人员变更',
    ground: 'security',
    personal: 'account name_sealed announced_by announced_by_name acknowledged_by acknowledged_by_name',
    operational: 'office id kind post duty network_security_lead announced_at effective_at acknowledged_at',
  },
  {
    table: 'security.training',
    title: '培训与规程',
    ground: 'security',
    personal: 'created_by_name',
    operational: 'office id kind title content due_at created_at',
  },
  {
    table: 'security.training_completion',
    title: '培训完成',
    ground: 'security',
    personal: 'account',
    operational: 'office training completed_at',
  },
];
