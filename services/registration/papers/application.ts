import { type BusinessDefinition, historyOf, type StepContext } from '@hengchan/casework';
import { findUnit, type Right } from '@hengchan/register';
import { formatArea, nameOf, yuan } from '@hengchan/standards';
import type { Registration } from '../registration.ts';
import { idTypeName, purposeOf, rightTitle } from '../wording.ts';
import { materialLines } from './material-lines.ts';
import { commonOf, localMoment, type Paper } from './paper.ts';

/** Roles that give a right, as against those who have or take one: 义务人 and 权利人 of the form. */
const giving: readonly string[] = [
  'transferor',
  'formerHolder',
  'mortgagor',
  'debtor',
  'obligor',
  'servient',
];

/** What the form calls the right, by the first effect of the business; titles go by what the register or the definition says. */
const rightNames: readonly [RegExp, string][] = [
  [/notice/, '预告登记'],
  [/mortgage/, '抵押权'],
  [/easement/, '地役权'],
  [/habitation/, '居住权'],
  [/management/, '土地经营权'],
  [/object|suit/, '异议登记'],
];

/** Fields with a place of their own on the form. */
const placed = ['reason', 'mode', 'principal', 'termFrom', 'termTo', 'scope', 'transferRestricted'];

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
      rightType: rightName(definition, ownership),
      registrationType: type.replace('其它', '其他'),
      parties: record.parties.map((party) => ({
        role: giving.includes(party.role) ? '义务人' : '权利人',
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
        details: otherFields(definition, form),
      })),
      ...(form.principal === undefined || form.mode === undefined ? {} : { mortgage: mortgageOf(form) }),
      reason: String(form.reason ?? definition.name),
      reasonDocuments: [],
      declarations: [
        '本申请人对填写的上述内容及提交的申请材料的真实性负责。如有不实，申请人愿承担法律责任。',
        '本申请人已知悉：登簿前可以撤回申请；有关部门通过互通共享可以取得的信息，不需要重复提交。',
      ],
      materials: await materialLines(registration, record, definition),
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

function rightName({ effects, rightTypes }: BusinessDefinition, ownership: Right | undefined): string {
  const [effect = ''] = effects;
  const named = rightNames.find(([pattern]) => pattern.test(effect))?.[1];
  if (named) return named;
  if (ownership) return rightTitle(ownership);
  return nameOf('QLLX', rightTypes?.[0] ?? '') ?? '不动产权利';
}

/** What else the parties filled in, by the titles of the form. */
function otherFields(definition: BusinessDefinition, form: Record<string, unknown>) {
  return Object.entries(definition.form.properties)
    .flatMap(([field, schema]) => {
      const value = form[field];
      if (placed.includes(field) || value === undefined || value === null || value === '') return [];
      const { title = field, 'x-titles': titles } = schema as {
        title?: string;
        'x-titles'?: Record<string, string>;
      };
      const text =
        value === true ? '是' : value === false ? '否' : (titles?.[String(value)] ?? String(value));
      return [{ label: title.slice(0, 40), value: text.slice(0, 4000) }];
    })
    .slice(0, 12);
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
