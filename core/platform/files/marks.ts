import type { PermissionCode } from '../access/permissions.ts';

interface MarkDefinition {
  title: string;
  /** How closely it is kept; going down needs a second person. */
  level: number;
  /** What staff need besides the permission of the kind. */
  permission?: PermissionCode;
  /** Only persons named for the file open it, whatever else they may do. */
  named?: true;
}

/**
 * 密级. Every stored file carries one. State secrets have none here because they must not be kept here at all: whoever
 * files something confirms that it is none. Rows SEC-LEK-04, SEC-LEK-05, SEC-LEK-07.
 */
export const marks = {
  public: { title: '公开', level: 0 },
  internal: { title: '内部', level: 1 },
  sensitive: { title: '敏感', level: 2, permission: 'file.sensitive' },
  recording: { title: '双录', level: 2, permission: 'recording.read' },
  restricted: { title: '限定人员', level: 3, named: true },
  commercial: { title: '经营信息', level: 3, named: true },
} as const satisfies Readonly<Record<string, MarkDefinition>>;

export type Mark = keyof typeof marks;
export const markCodes = Object.keys(marks) as Mark[];

interface FileKind {
  title: string;
  /** What a file of the kind is marked with when it is stored. */
  mark: Mark;
  /** What staff need at the office of the file; where nothing is said, being staff is enough for the kind. */
  staff?: PermissionCode;
  /** Whether those it concerns (parties, who filed it) open it too. */
  concerned: boolean;
}

/** Need to know, by kind of file: 知悉范围. */
export const fileKinds = {
  material: { title: '申请材料', mark: 'internal', staff: 'material.read', concerned: true },
  application: { title: '申请书', mark: 'sensitive', staff: 'material.read', concerned: true },
  letter: { title: '通知书', mark: 'internal', staff: 'case.read', concerned: true },
  report: { title: '审批报告', mark: 'internal', staff: 'material.read', concerned: false },
  certificate: { title: '证书与证明', mark: 'sensitive', staff: 'certificate.read', concerned: true },
  payment: { title: '缴费文书', mark: 'internal', staff: 'payment.read', concerned: true },
  announcement: { title: '公告', mark: 'public', staff: 'case.read', concerned: true },
  objection: { title: '异议材料', mark: 'internal', staff: 'case.read', concerned: true },
  technical: { title: '技术资料', mark: 'restricted', concerned: false },
  commercial: { title: '经营与处罚信息', mark: 'commercial', concerned: false },
  recording: { title: '双录音像', mark: 'recording', staff: 'recording.read', concerned: true },
} as const satisfies Readonly<Record<string, FileKind>>;

export type FileKindCode = keyof typeof fileKinds;

/** What staff need to open files of a mark, besides what the kind asks. */
export const permissionOf = (mark: Mark): PermissionCode | undefined =>
  (marks[mark] as MarkDefinition).permission;

export const isLower = (from: Mark, to: Mark): boolean => marks[to].level < marks[from].level;

/** The name a copy leaves under: what it is marked with goes with it. Row SEC-LEK-04. */
export const markedName = (mark: Mark, name: string): string =>
  mark === 'public' ? name : `〔${marks[mark].title}〕${name}`;
