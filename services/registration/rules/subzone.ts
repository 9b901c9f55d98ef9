import type { Rule } from '@hengchan/rules';
import type { RegistrationFacts } from '../facts.ts';
import { law } from '../law.ts';

/**
 * 新编单元的代码用现行的地籍子区（GB/T 37346）。已经登簿的单元保留原代码；机构尚未启用分区的，无从比对。EX-GEO-02.
 */
const subzoneInForce: Rule<RegistrationFacts> = {
  code: 'SUBZONE_IN_FORCE',
  version: 1,
  title: '单元代码所在地籍子区现行有效',
  weight: 'block',
  citation: law.unitCode,
  text: '不动产以不动产单元为基本单位进行登记。不动产单元具有唯一编码。',
  message: '单元代码所在的地籍子区不在本登记机构现行的分区内，请按现行分区重新编制代码后申请。',
  check(facts) {
    const asked = [...facts.units, ...(facts.successors ?? [])].flatMap(({ code, subzone }) =>
      subzone ? [{ unit: code, ...subzone }] : [],
    );
    const gone = asked.filter((each) => !each.inForce);
    const [first] = gone;
    return {
      pass: gone.length === 0,
      saw: { subzones: [...new Set(asked.map((each) => each.code))], gone: gone.map((each) => each.unit) },
      ...(first
        ? {
            message: `单元 ${first.unit} 所在的地籍子区 ${first.code} 不在本登记机构现行的分区内，请先由权籍调查按现行分区重新编制代码，再行申请。`,
          }
        : {}),
    };
  },
};

export const subzoneRules = [subzoneInForce];
