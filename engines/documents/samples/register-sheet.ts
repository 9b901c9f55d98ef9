import type { RegisterSheetData } from '../templates/register-sheet.ts';
import { office, seller, units } from './case.ts';

export const registerSheet: RegisterSheetData = {
  demo: true,
  office,
  unitCode: '320402001001GB00012F00010023',
  location: units[0]?.location ?? '',
  asOf: '2026-11-20T16:00',
  natural: [
    { label: '房屋性质', value: '市场化商品房' },
    { label: '房屋结构', value: '钢筋混凝土结构' },
    { label: '规划用途', value: '成套住宅' },
    { label: '所在层／总层数', value: '12／18' },
    { label: '建筑面积', value: '118.66㎡' },
    { label: '专有建筑面积', value: '92.15㎡' },
    { label: '分摊建筑面积', value: '26.51㎡' },
    { label: '竣工时间', value: '2014年06月' },
    { label: '宗地代码', value: '320402001001GB00012' },
    { label: '宗地面积', value: '7895.31㎡（共有）' },
  ],
  rights: [
    {
      title: '国有建设用地使用权／房屋所有权',
      state: '现势',
      entryNumber: '320402-2026-0031877',
      registeredAt: '2026-11-20T15:04',
      registrar: '李核定',
      fields: [
        { label: '权利人', value: '林知远、苏念禾' },
        { label: '共有情况', value: '按份共有（各二分之一）' },
        { label: '登记类型', value: '转移登记' },
        { label: '登记原因', value: '买卖' },
        { label: '不动产权证号', value: '苏（2026）常州市不动产权第0001234号' },
        { label: '取得价格', value: '2,150,000.00 元' },
        { label: '使用期限', value: '2012年03月15日起 2082年03月14日止' },
      ],
    },
    {
      title: '国有建设用地使用权／房屋所有权',
      state: '历史',
      entryNumber: '320402-2019-0018330',
      registeredAt: '2019-05-08T11:20',
      endedAt: '2026-11-20T15:04',
      registrar: '赵登簿',
      fields: [
        { label: '权利人', value: seller },
        { label: '共有情况', value: '单独所有' },
        { label: '不动产权证号', value: '苏（2019）常州市不动产权第0098765号' },
      ],
    },
  ],
  restrictions: [
    {
      title: '抵押权（第 1 顺位）',
      state: '现势',
      entryNumber: '320402-2026-0031878',
      registeredAt: '2026-11-20T15:04',
      registrar: '李核定',
      fields: [
        { label: '抵押权人', value: '示范银行股份有限公司常州分行' },
        { label: '被担保主债权数额', value: '1,280,000.00 元' },
        { label: '债务履行期限', value: '2026年11月20日起 2046年11月19日止' },
        { label: '登记证明号', value: '苏（2026）常州市不动产证明第0000007号' },
      ],
    },
  ],
  others: [],
  requestedBy: '林知远（权利人）',
  purpose: '权利人查询',
  registerHash: '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0',
};
