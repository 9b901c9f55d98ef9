/** What an administrator has to know to set a parameter. */
export interface ParameterWords {
  title: string;
  description: string;
  /** 月、周岁、%: what a number counts. */
  unit?: string;
  /** The least and the most law and sense allow. */
  minimum?: number;
  maximum?: number;
  /** Of a text: the values there are, in words. */
  choices?: Readonly<Record<string, string>>;
}

const roles = {
  applicant: '申请人',
  holder: '权利人',
  transferor: '转让方',
  transferee: '受让方',
  mortgagor: '抵押人',
  mortgagee: '抵押权人',
  claimant: '预告登记权利人',
  obligor: '预告登记义务人',
  servient: '供役地权利人',
  dominant: '需役地权利人（地役权人）',
  resident: '居住权人',
  manager: '土地经营权人',
  objector: '异议申请人',
};

/** In words, by name; a name means the same in every rule that has it. A test holds this complete. */
export const parameterWords: Readonly<Record<string, ParameterWords>> = {
  months: {
    title: '查封期限上限',
    unit: '个月',
    description: '一次查封（续行查封）不动产的最长期限；法律规定不超过三年，可设得更短。',
    minimum: 1,
    maximum: 36,
  },
  majority: {
    title: '成年年龄',
    unit: '周岁',
    description: '转让方未满此年龄的，须由登记人员核对监护人和为被监护人利益的证明；法律规定为十八周岁。',
    minimum: 18,
    maximum: 120,
  },
  percent: {
    title: '面积误差允许值',
    unit: '%',
    description: '分割、合并前后面积合计相差超过此值的，须由登记人员核对权籍调查成果。',
    minimum: 0,
    maximum: 100,
  },
  years: {
    title: '最短期限',
    unit: '年',
    description: '申请登记的权利至少应有多长期限；0 为不要求，土地经营权为 5。',
    minimum: 0,
    maximum: 70,
  },
  withinLandTerm: {
    title: '不得超过土地使用期限',
    description: '是：申请登记的期限须在土地使用（承包）期限之内；否：不核对。',
  },
  nature: {
    title: '取得方式（权利性质代码）',
    description:
      '权籍调查成果记载的权利性质须为此代码（国家标准字典 QLXZ），如 102 出让、101 划拨；不填为不限。',
  },
  kind: {
    title: '权利种类',
    description: '申请变更、转移、注销的是登记簿上的哪一种权利。',
    choices: {
      mortgage: '抵押权',
      easement: '地役权',
      habitation: '居住权',
      management: '土地经营权',
      objection: '异议登记',
      'advance-notice': '预告登记',
    },
  },
  role: {
    title: '由谁申请',
    description: '上述权利须属于办件中的这一方当事人。',
    choices: roles,
  },
  promised: {
    title: '预告登记的内容',
    description: '所指的预告登记保全的是哪一种请求权。',
    choices: { title: '不动产权利的转移', mortgage: '抵押权的设立', any: '任一种' },
  },
  proof: {
    title: '登记证明号所在栏',
    description: '申请表中用哪一栏的登记证明号指明预告登记。',
    choices: {
      proofNumber: '不动产登记证明号',
      noticeNumber: '预告登记证明号',
      mortgageNoticeNumber: '抵押预告登记证明号',
    },
  },
  withMortgage: {
    title: '连同抵押预告登记',
    description: '是：买卖预告登记和抵押预告登记一并办理，两项都要核对；否：只核对前一项。',
  },
  sharing: {
    title: '允许与原权利人共有',
    description: '是：受让人可以是原权利人之一（如增加共有人）；否：转让方、受让方不得为同一人。',
  },
  all: {
    title: '须全体抵押权人参加',
    description: '是：登记簿上的抵押权人须全部参加；否：参加的须是登记簿上的抵押权人即可。',
  },
};
