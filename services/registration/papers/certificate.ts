import type { Certificate } from '@hengchan/certificates';
import { Problem } from '@hengchan/platform';
import { getEntry, getUnit, type Right, type UnitFacts } from '@hengchan/register';
import { formatArea, formatDate, toShanghaiDate } from '@hengchan/standards';
import type { Registration } from '../registration.ts';
import {
  coOwnershipTitle,
  idTypeName,
  landTerm,
  natureOf,
  purposeOf,
  rightItems,
  rightTitle,
} from '../wording.ts';
import { commonOf, type Paper, publicUrl } from './paper.ts';

/** The certificate or proof as the register stood at the entry that issued it: what was entered is what is printed. */
export async function certificatePaper(registration: Registration, certificate: Certificate): Promise<Paper> {
  const { platform } = registration;
  const { office, number } = certificate;
  const entry = await getEntry(platform.database, office, certificate.entry_number);
  const state = await getUnit(platform.database, office, certificate.unit_code, { asOf: entry.enteredAt });
  const right = state.rights.find(
    (each) => each.certificate === number || each.holders.some((one) => one.certificate === number),
  );
  if (!right) throw new Problem('CERTIFICATE_WITHOUT_RIGHT', 500, `certificate ${number} proves no right`);
  const { unit } = state;
  const common = {
    ...commonOf(registration, office),
    number,
    registeredOn: toShanghaiDate(entry.enteredAt),
    location: unit.location,
    unitCode: unit.code,
    remarks: [
      `业务号：${certificate.case_no}`,
      `登记原因：${entry.effect.reason}`,
      ...(entry.effect.type === 'reissue' ? [anew[entry.effect.mode]] : []),
    ],
    verificationUrl: publicUrl(registration, `/verify?number=${encodeURIComponent(number)}`),
  };
  const holders = right.holders.map((holder) => ({
    name: holder.name,
    idType: idTypeName(holder.idType),
    idNumber: platform.cipher.open(holder.idSealed),
    ...(holder.share
      ? {
          share: { numerator: Number(holder.share.numerator), denominator: Number(holder.share.denominator) },
        }
      : {}),
  }));
  if (right.kind === 'ownership' || right.kind === 'management') {
    return {
      template: 'certificate',
      title: '不动产权证书',
      issuedAt: entry.enteredAt,
      data: {
        ...common,
        holders,
        ownership: coOwnershipTitle(right.coOwnership),
        rightType: rightTitle(right),
        rightNature: natureOf(unit),
        purpose: purposeOf(unit),
        areas: [
          ...(unit.landArea ? [`宗地面积 ${formatArea(unit.landArea)}㎡`] : []),
          `${areaNames[unit.kind]} ${formatArea(unit.area)}㎡`,
        ],
        terms: termsOf(right, unit),
        otherState: unitState(unit),
      },
    };
  }
  return {
    template: 'registration-proof',
    title: '不动产登记证明',
    issuedAt: entry.enteredAt,
    data: {
      ...common,
      matter: rightTitle(right),
      holders,
      obligors: obligorsOf(right),
      other: rightItems(right).filter((item) => !/权人|抵押人|义务人|所有权人/.test(item.label)),
    },
  };
}

/** 补证须注明“补发” (实施细则 22). */
const anew = { loss: '本证为补发，原证书作废', exchange: '本证为换发，原证书作废' } as const;

const areaNames: Record<UnitFacts['kind'], string> = {
  house: '房屋建筑面积',
  land: '宗地面积',
  forest: '林地面积',
  sea: '宗海面积',
  structure: '构筑物面积',
};

/** 使用期限: of the land under a building by the name of its use right, else by the title's own. */
function termsOf(right: Right, unit: UnitFacts): string[] {
  if (right.kind === 'management') {
    const { termFrom, termTo } = right.content;
    return [`土地经营权：${formatDate(termFrom)}起${formatDate(termTo)}止`];
  }
  const term = landTerm(unit);
  const name = rightTitle(right).split('/')[0];
  return term ? [`${name}：${term}`] : [];
}

/** 义务人: whose property it burdens. */
function obligorsOf(right: Right) {
  const people = (of: readonly { name: string }[]) => of.map(({ name }) => ({ name }));
  switch (right.kind) {
    case 'mortgage':
      return people(right.content.mortgagors);
    case 'advance-notice':
      return people(right.content.obligors);
    case 'easement':
    case 'habitation':
      return people(right.content.providers);
    default:
      return [];
  }
}

function unitState(unit: Parameters<typeof landTerm>[0]) {
  const pairs: [string, string | number | undefined][] = [
    ['总层数／所在层', unit.totalFloors ? `${unit.totalFloors}／${unit.floor ?? '－'}` : undefined],
    ['幢号', unit.buildingNo],
    ['房号', unit.roomNo],
  ];
  return pairs.flatMap(([label, value]) => (value === undefined ? [] : [{ label, value: String(value) }]));
}
