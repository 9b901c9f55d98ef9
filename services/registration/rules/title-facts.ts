import type { Rule } from '@hengchan/rules';
import { nameOf } from '@hengchan/standards';
import { type CertificateFact, ownershipOf, type RegistrationFacts, type UnitFact } from '../facts.ts';
import { law } from '../law.ts';

/** One thing a certificate says and the register says. */
interface Compared {
  what: string;
  given: string;
  registered: string;
  agrees: boolean;
}

const none = '无';
const rightName = (code: string | undefined) => (code === undefined ? none : (nameOf('QLLX', code) ?? code));
const names = (holders: readonly { name: string }[] = []) =>
  holders.map(({ name }) => name).join('、') || none;

/** 权利人、证号、权利类型、期限, the certificate that was handed in against the register as it is now. */
function compare(certificate: CertificateFact, unit: UnitFact): Compared[] {
  const title = ownershipOf(unit);
  const numbers = [title?.certificate, ...(title?.holders.map((holder) => holder.certificate) ?? [])].flatMap(
    (number) => number ?? [],
  );
  const same = (what: string, given: string, registered: string, agrees = given === registered) => ({
    what,
    given,
    registered,
    agrees,
  });
  const number = same(
    '证号',
    certificate.void ? `${certificate.number}（已作废）` : certificate.number,
    [...new Set(numbers)].join('、') || none,
    !certificate.void && numbers.includes(certificate.number),
  );
  if (certificate.rightType === undefined) return [number];
  const people = (holders: readonly { idIndex: string; name: string }[] = []) =>
    holders.map(({ idIndex, name }) => `${idIndex} ${name}`).sort();
  return [
    same(
      '权利人',
      names(certificate.holders),
      names(title?.holders),
      String(people(certificate.holders)) === String(people(title?.holders)),
    ),
    number,
    same('权利类型', rightName(certificate.rightType), rightName(title?.rightType)),
    same('权利期限', certificate.termTo ?? none, unit.landTermTo ?? none),
  ];
}

/** 原证书所载与登记簿逐项一致 (REG-AUD-07)。 */
const titleFactsAgree: Rule<RegistrationFacts> = {
  code: 'TITLE_FACTS_AGREE',
  version: 1,
  title: '原证书所载权利与登记簿一致',
  weight: 'person',
  citation: law.inspection,
  text: '登记机构查验有关证明材料、文件与申请登记的内容是否一致。',
  message: '原证书所载与登记簿不一致，须由登记人员核对。',
  check({ certificate, units }) {
    if (!certificate) return { pass: true, saw: { comparison: [] } };
    // A certificate is of one unit; of a case about several it is compared with that one.
    const unit = units.find(({ code }) => code === certificate.unit) ?? units[0];
    const comparison = unit ? compare(certificate, unit) : [];
    const differing = comparison.filter(({ agrees }) => !agrees);
    return {
      pass: differing.length === 0,
      saw: { unit: unit?.code, comparison },
      message: `原证书所载与登记簿不一致：${differing
        .map(({ what, given, registered }) => `${what}证书为“${given}”，登记簿为“${registered}”`)
        .join('；')}。`,
    };
  },
};

export const titleFactRules = [titleFactsAgree];
