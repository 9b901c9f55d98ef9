import { Type } from 'typebox';
import { describe, expect, it } from 'vitest';
import { closed, dayOf, momentOf, oneOf, words } from './templates/common.ts';
import { fieldChecker } from './validate.ts';

const check = fieldChecker(
  closed({
    name: words('姓名', 5),
    kind: oneOf('类别', ['甲', '乙']),
    on: Type.Optional(dayOf('日期')),
    at: Type.Optional(momentOf('时间')),
    rows: Type.Optional(
      Type.Array(closed({ count: Type.Integer({ title: '数量', minimum: 1, maximum: 9 }) }), {
        title: '明细',
        maxItems: 30,
      }),
    ),
  }),
);
const good = { name: '林知远', kind: '甲' };

describe('the check of a document’s data', () => {
  it('passes good data', () => {
    expect(check(good)).toEqual([]);
    expect(check({ ...good, on: '2026-11-20', at: '2026-11-20T09:30', rows: [{ count: 9 }] })).toEqual([]);
  });

  it.each([
    [{ kind: '甲' }, '/name', '缺少姓名'],
    [{ ...good, name: '' }, '/name', '姓名不能为空'],
    [{ ...good, name: '一二三四五六' }, '/name', '姓名不能超过 5 个字'],
    [{ ...good, name: 7 }, '/name', '姓名数据类型不对'],
    [{ ...good, kind: '丙' }, '/kind', '类别不在可选的值里'],
    [{ ...good, on: '2026-13-01' }, '/on', '日期格式不对'],
    [{ ...good, on: '2026-02-29' }, '/on', '日期格式不对'],
    [{ ...good, at: '2026-11-20T09:30:00Z' }, '/at', '时间格式不对'],
    [{ ...good, at: '2026-11-20 09:30' }, '/at', '时间格式不对'],
    [{ ...good, rows: [{ count: 0 }] }, '/rows/0/count', '数量不能小于 1'],
    [{ ...good, rows: [{ count: 10 }] }, '/rows/0/count', '数量不能大于 9'],
    [{ ...good, rows: [{}] }, '/rows/0/count', '缺少数量'],
    [{ ...good, rows: [{ count: 1, sum: 2 }] }, '/rows/0/sum', '文书没有“sum”这一项'],
  ])('of %j says so at %s', (data, path, message) => {
    expect(check(data)).toEqual([{ path, message }]);
  });

  it('names the first few of many faults, not all of them', () => {
    const rows = Array.from({ length: 30 }, () => ({ count: 0 }));
    const faults = check({ ...good, rows });
    expect(faults[0]).toEqual({ path: '/rows/0/count', message: '数量不能小于 1' });
    expect(faults.length).toBeLessThan(rows.length);
  });
});
