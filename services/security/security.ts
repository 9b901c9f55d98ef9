import { type Database, type Platform, platformOffice } from '@hengchan/platform';
import type { CheckedPart } from './integrity/check-integrity.ts';

/** What the room works with. */
export interface Security {
  platform: Platform;
  /** The lockfile the bill of materials is made from. */
  lockfile: URL;
  /** Recomputes everything that can be recomputed, part by part. */
  verify(platform: Platform): AsyncIterable<CheckedPart>;
  /** Name of the institution that owns the data, for documents. */
  owner: string;
}

/** Nothing here belongs to one registry office: the obligations are the platform's. */
export const office = platformOffice;

/** What the sources ask for without a number. An administrator may set each; the number here is this product's choice. */
export interface Parameters {
  /** Hours within which a vulnerability is to be reported (Q-SEC-5: "in time" has no limit in the source). */
  reportHours: number;
  /** Days an export may be fetched before it counts as kept without consent. */
  keepExportDays: number;
  /** Longest time a consent may be given for. */
  longestApprovalDays: number;
  /** Days a change of the team is announced ahead. */
  announceTeamDays: number;
  /** Only who stands on the list of the team is made an administrator. Row SEC-PRV-04. */
  administratorsFromTeam: boolean;
  /** Days after which a backup has to be put back again, on trial. Row SEC-LAW-05. */
  drillDays: number;
  /** Days ahead a certificate of a cryptography product is said to end. Row SEC-CRY-02. */
  warnCertificateDays: number;
  /** Registered users above which a yearly report is owed by number alone. Row SEC-RPT-01. */
  reportUsers: number;
  /** Last day of the yearly report in the year after (Q-SEC-3: not said in the source). */
  reportDue: string;
}

export const usualParameters: Parameters = {
  reportHours: 24,
  keepExportDays: 30,
  longestApprovalDays: 180,
  announceTeamDays: 3,
  administratorsFromTeam: true,
  drillDays: 31,
  warnCertificateDays: 60,
  reportUsers: 1_000_000,
  reportDue: '03-31',
};

export const parametersSetting = 'security.parameters';

export async function readParameters(
  { platform }: Pick<Security, 'platform'>,
  database: Database = platform.database,
): Promise<Parameters> {
  const row = await database
    .selectFrom('platform.setting')
    .select('value')
    .where('name', '=', parametersSetting)
    .executeTakeFirst();
  return { ...usualParameters, ...((row?.value ?? {}) as Partial<Parameters>) };
}

export const dayMilliseconds = 86_400_000;
