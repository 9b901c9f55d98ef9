import { checkCreditCode } from '@hengchan/standards';
import { dataFile } from '../house/data-file.ts';
import type { Department } from '../house/department.ts';
import { keepNotice } from './notices.ts';
import { type Enterprise, Enterprises } from './people.ts';

/** 市场监管：企业基本信息. Enterprises from enterprises.json; without it every well-formed code is taken as asked. */
export function market(dataFolder: string): Department<'market'> {
  const enterprises = dataFile(dataFolder, 'enterprises.json', Enterprises);
  const find = (name: string, creditCode: string): Enterprise | undefined => {
    const file = enterprises();
    if (file) return file.enterprises.find((each) => each.creditCode === creditCode);
    return checkCreditCode(creditCode).valid ? { name, creditCode } : undefined;
  };
  return {
    code: 'market',
    title: '市场监管',
    operations: {
      'check-enterprise'(desk, { name, creditCode }) {
        const known = find(name, creditCode);
        const result = known === undefined ? 'not-found' : known.name === name ? 'match' : 'mismatch';
        return {
          result,
          resultText: { match: '一致', mismatch: '名称与代码不一致', 'not-found': '库中无此企业' }[result],
          ...(known && result === 'match' ? { enterprise: describe(known) } : {}),
          reference: `SC${String(desk.store.next('check')).padStart(10, '0')}`,
          checkedAt: desk.now().toISOString(),
        };
      },
      licences(_desk, { name, idNumber }) {
        const known = find(name, idNumber);
        return { licences: known?.name === name ? [licence(known)] : [] };
      },
      notice: keepNotice,
    },
  };
}

function describe(enterprise: Enterprise) {
  return {
    name: enterprise.name,
    creditCode: enterprise.creditCode,
    kind: enterprise.kind ?? '有限责任公司',
    legalRepresentative: enterprise.legalRepresentative ?? '未登记',
    establishedOn: enterprise.establishedOn ?? '2010-01-01',
    status: enterprise.status ?? ('active' as const),
  };
}

function licence(enterprise: Enterprise) {
  const { kind, legalRepresentative, establishedOn, status } = describe(enterprise);
  return {
    licenceNo: enterprise.creditCode,
    kind: 'business-licence',
    title: '营业执照',
    holder: enterprise.name,
    issuer: '市场监督管理局',
    issuedOn: establishedOn,
    status: status === 'active' ? ('valid' as const) : ('revoked' as const),
    fields: {
      名称: enterprise.name,
      统一社会信用代码: enterprise.creditCode,
      类型: kind,
      法定代表人: legalRepresentative,
      成立日期: establishedOn,
      住所: enterprise.address ?? '未登记',
    },
  };
}
