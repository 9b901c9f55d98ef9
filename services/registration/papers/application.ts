import { historyOf, requirementsFor, type StepContext } from '@hengchan/casework';
import { findUnit } from '@hengchan/register';
import { formatArea, nameOf, yuan } from '@hengchan/standards';
import type { Registration } from '../registration.ts';
import { idTypeName, purposeOf, rightTitle } from '../wording.ts';
import { commonOf, localMoment, type Paper } from './paper.ts';

/** Roles that take a right, as against those who give one: 权利人 and 义务人 of the form. */
const taking: readonly string[] = ['transferee', 'mortgagee'];

/** 不动产登记申请书, filled in from what the parties entered and confirmed. */
export async function applicationPaper(
  registration: Registration,
  { record, definition }: StepContext,
): Promise<Paper> {
  const { platform } = registration;
  const now = platform.clock.now();
  const { office, no, form, channel } = record.case;
  const unitCode = record.units[0]?.unit_code ?? '';
  const state = await findUnit(platform.database, office, unitCode, { asOf: now });
  const ownership = state?.rights.find((right) => right.kind === 'ownership');
  const type = nameOf('DJLX', definition.registrationType) ?? '其他登记';
  const confirmed = (await historyOf(platform.database, no)).filter((line) => line.action === 'confirm');
  return {
    template: 'application',
    title: '不动产登记申请书',
    issuedAt: now,
    data: {
      ...commonOf(registration, office),
      caseNo: no,
      receivedAt: localMoment(record.case.opened_at),
      receivedBy: channel === 'online' ? '在线申请' : record.case.opened_by_name,
      business: definition.name,
      rightType: definition.outcome === 'proof' ? '抵押权' : ownership ? rightTitle(ownership) : '不动产权利',
      registrationType: type.replace('其它', '其他'),
      parties: record.parties.map((party) => ({
        role: taking.includes(party.role) ? '权利人' : '义务人',
        name: party.name,
        idType: idTypeName(party.id_type),
        idNumber: party.id_masked,
        ...(party.share_numerator === null || party.share_denominator === null
          ? {}
          : { share: { numerator: party.share_numerator, denominator: party.share_denominator } }),
      })),
      units: record.units.map((unit) => ({
        unitCode: unit.unit_code,
        location: unit.location,
        kind: state?.unit.kind === 'land' ? '土地' : '土地、房屋',
        area: `${formatArea(unit.area)}㎡`,
        ...(state ? { purpose: purposeOf(state.unit) } : {}),
        ...(ownership?.certificate ? { formerCertificate: ownership.certificate } : {}),
      })),
      ...(form.principal === undefined ? {} : { mortgage: mortgageOf(form) }),
      reason: String(form.reason ?? definition.name),
      reasonDocuments: [],
      declarations: [
        '本申请人对填写的上述内容及提交的申请材料的真实性负责。如有不实，申请人愿承担法律责任。',
        '本申请人已知悉：登簿前可以撤回申请；有关部门通过互通共享可以取得的信息，不需要重复提交。',
      ],
      materials: requirementsFor(definition, record).map((material) => ({ name: material.title })),
      signatures: confirmed.map((line) => ({
        role: '申请人',
        name: line.actor_name,
        at: localMoment(line.at),
        method: '本人账号在线确认',
        evidence: line.id,
      })),
    },
  };
}

function mortgageOf(form: Record<string, unknown>) {
  return {
    maximum: form.mode === '2',
    amount: yuan(String(form.principal)),
    from: String(form.termFrom),
    to: String(form.termTo),
    transferRestricted: form.transferRestricted === true,
    ...(form.scope ? { scope: String(form.scope) } : {}),
  };
}
