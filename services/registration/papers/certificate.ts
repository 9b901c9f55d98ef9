import type { Certificate } from '@hengchan/certificates';
import { Problem } from '@hengchan/platform';
import { getEntry, getUnit, type Right } from '@hengchan/register';
import { formatArea, toShanghaiDate } from '@hengchan/standards';
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
    remarks: [`业务号：${certificate.case_no}`, `登记原因：${entry.effect.reason}`],
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
  const term = landTerm(unit);
  if (right.kind === 'ownership') {
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
          `${unit.kind === 'house' ? '房屋建筑面积' : '宗地面积'} ${formatArea(unit.area)}㎡`,
        ],
        terms: term ? [`国有建设用地使用权：${term}`] : [],
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
      other: rightItems(right).filter((item) => !/权人|抵押人/.test(item.label)),
    },
  };
}

function obligorsOf(right: Right) {
  return right.kind === 'mortgage' ? right.content.mortgagors.map((person) => ({ name: person.name })) : [];
}

function unitState(unit: Parameters<typeof landTerm>[0]) {
  const pairs: [string, string | number | undefined][] = [
    ['总层数／所在层', unit.totalFloors ? `${unit.totalFloors}／${unit.floor ?? '－'}` : undefined],
    ['幢号', unit.buildingNo],
    ['房号', unit.roomNo],
  ];
  return pairs.flatMap(([label, value]) => (value === undefined ? [] : [{ label, value: String(value) }]));
}
