import {
  addShares,
  checkIdentity,
  formatShare,
  normaliseIdNumber,
  parseShare,
  type Share,
  sharesSumToOne,
} from '@hengchan/standards';
import type { PartyInput } from '../../api/types.ts';

/** One line of the parties grid, as typed. */
export interface PartyRow {
  key: string;
  role: string;
  name: string;
  idType: string;
  idNumber: string;
  share: string;
}

export interface PartyRule {
  role: string;
  title: string;
  minimum: number;
  maximum: number;
  takesShares?: boolean;
}

export interface PartyFault {
  field: 'name' | 'idNumber' | 'share';
  message: string;
}

/** What is wrong with one line; nothing is said about fields still empty until they are left. */
export function faultsOfRow(row: PartyRow): PartyFault[] {
  const faults: PartyFault[] = [];
  const number = normaliseIdNumber(row.idNumber);
  if (number !== '') {
    const result = checkIdentity(row.idType, number);
    if (!result.valid) faults.push({ field: 'idNumber', message: result.reason });
  }
  if (row.share.trim() !== '' && !parseShare(row.share)) {
    faults.push({ field: 'share', message: '份额写作分数或百分数，如 1/2、50%，不大于 1' });
  }
  return faults;
}

/** Doubts about a number that is taken all the same. */
export function notesOfRow(row: PartyRow): string[] {
  const number = normaliseIdNumber(row.idNumber);
  return number === '' ? [] : (checkIdentity(row.idType, number).notes ?? []);
}

export type SharesState =
  | { state: 'none' }
  | { state: 'incomplete'; message: string }
  | { state: 'whole'; message: string }
  | { state: 'wrong'; message: string };

/** How the shares of a role stand: none given, or what they add up to. */
export function sharesOf(rows: readonly PartyRow[]): SharesState {
  if (rows.every((row) => row.share.trim() === '')) return { state: 'none' };
  const shares = rows.map((row) => parseShare(row.share));
  if (shares.some((share) => share === undefined)) {
    return { state: 'incomplete', message: '按份共有的，每一位都须填写份额' };
  }
  const given = shares.filter((share): share is Share => share !== undefined);
  if (sharesSumToOne(given)) return { state: 'whole', message: '份额合计 1' };
  return { state: 'wrong', message: `份额合计 ${formatShare(addShares(...given))}，应为 1` };
}

/** Whether each role has as many parties as the business asks for, in words. */
export function faultsOfRoles(rules: readonly PartyRule[], rows: readonly PartyRow[]): string[] {
  return rules.flatMap((rule) => {
    const filled = rows.filter((row) => row.role === rule.role && row.name.trim() !== '').length;
    if (filled < rule.minimum) return [`${rule.title}至少 ${rule.minimum} 位，现有 ${filled} 位`];
    if (filled > rule.maximum) return [`${rule.title}最多 ${rule.maximum} 位，现有 ${filled} 位`];
    return [];
  });
}

/** The filled lines as the interface takes them. */
export function partiesOf(rows: readonly PartyRow[]): PartyInput[] {
  return rows
    .filter((row) => row.name.trim() !== '' || row.idNumber.trim() !== '')
    .map((row) => {
      const share = parseShare(row.share);
      return {
        role: row.role,
        name: row.name.trim(),
        idType: row.idType,
        idNumber: normaliseIdNumber(row.idNumber),
        ...(share ? { share } : {}),
      };
    });
}
