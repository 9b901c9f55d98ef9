interface Example {
  key: string;
  title: string;
  body: string;
  rules: readonly string[];
  /** 登记类型, dictionary DJLX. */
  registrationTypes: readonly string[];
  /** 权利类型, dictionary QLLX. */
  rightTypes?: readonly string[];
}

/** Invented examples of what registrars meet, each with what to do and why. Offices write their own beside them. */
export const examples: readonly Example[] = [
  {
    key: 'sale-of-mortgaged-home',
    title: '卖方的房子还在还贷，能不能先过户',
    body: '甲将有抵押的住房卖给乙，抵押权人未到场。抵押权不因转让受影响，可以带抵押过户；登记簿记有禁止或限制转让约定的，须有抵押权人同意。办理时向乙说明抵押仍在该房上，并提示甲及时通知抵押权人。',
    rules: ['MORTGAGE_KNOWN', 'RESTRICTED_TRANSFER_CONSENTED', 'MORTGAGEES_REGISTERED'],
    registrationTypes: ['200'],
    rightTypes: ['23'],
  },
  {
    key: 'one-of-two-owners-sells',
    title: '夫妻共有的房子，只有一人来签',
    body: '登记簿记载甲、乙共同共有，只有甲申请转移。处分共同共有的不动产应由全体共有人共同申请，乙未到场又无委托的不予受理；乙可在自己的设备上确认，或出具经公证的委托书。',
    rules: ['PARTIES_HOLD_THE_RIGHT', 'SPOUSE_AWARE'],
    registrationTypes: ['200', '100'],
  },
  {
    key: 'seized-after-acceptance',
    title: '受理后、登簿前收到查封',
    body: '转移登记已受理，尚未登簿时法院送达协助执行通知书。登簿前收到的查封先于转移登记办理，转移登记不予登记，并书面告知申请人查封机关和文号；解除查封后可重新申请。',
    rules: ['UNIT_NOT_SEIZED'],
    registrationTypes: ['200', '800'],
  },
  {
    key: 'second-court',
    title: '两家法院先后查封同一套房',
    body: '甲法院已查封，乙法院又送达查封通知。后送达的作轮候查封，按送达先后排列；甲法院解除或查封期满，在先轮候的自动生效。办理时登记送达时间到分，并向后来的法院出具轮候情况。',
    rules: ['SEIZURE_CHOSEN', 'SEIZURE_TERM_LAWFUL', 'DELIVERED_ALREADY'],
    registrationTypes: ['800'],
  },
  {
    key: 'child-as-seller',
    title: '出让人是未成年人',
    body: '登记的所有权人未满十八周岁，由父母代为申请出售。须核对监护关系和为未成年人利益处分的书面保证，由人工判断；材料只证明父母身份、未说明为何出售的，一次告知补正。',
    rules: ['MINORS_PROTECTED'],
    registrationTypes: ['200', '100'],
  },
  {
    key: 'identity-not-confirmed',
    title: '身份核验没有回音',
    body: '公安接口超时，当事人身份未确认。未核验不等于不一致，也不等于通过：转人工核对原件并留存，接口恢复后补核；不得以系统故障为由要求当事人另交证明。',
    rules: ['IDENTITY_VERIFIED', 'IDENTITY_CONFIRMED'],
    registrationTypes: ['100', '200', '300', '400', '700'],
  },
  {
    key: 'area-differs',
    title: '合同面积与登记簿不同',
    body: '备案合同面积比登记簿少 0.5 平方米。先查是否合同按预测面积签订；确属登记簿错误的先办更正，确属合同误写的由双方补充约定。不得径按合同改写登记簿面积。',
    rules: ['UNIT_FACTS_AGREE', 'CONTRACT_FILED'],
    registrationTypes: ['200'],
  },
  {
    key: 'mortgage-paid-off',
    title: '贷款结清，银行申请注销抵押',
    body: '抵押权人单方申请注销，单元上有同一银行的两笔抵押。须由银行指明所注销抵押的证明号，逐笔注销；未指明的退回补充，不得一并注销。',
    rules: ['MORTGAGE_CHOSEN'],
    registrationTypes: ['400'],
    rightTypes: ['23'],
  },
  {
    key: 'name-changed',
    title: '权利人改了名字',
    body: '权利人依法更名，证件号码未变。凭公安机关出具的更名证明办理变更，权利和他项权利不变；同一人的判断以证件号码为准，姓名和号码都变了的，须有能连起来的证明。',
    rules: ['PARTIES_HOLD_THE_RIGHT'],
    registrationTypes: ['300'],
  },
  {
    key: 'first-registration-measured',
    title: '首次登记时测绘面积与规划许可不符',
    body: '竣工测绘面积大于规划许可面积。超出部分未经规划核实的不登记，先由主管部门核实；已核实的按测绘成果登记，附记核实文号。',
    rules: ['UNIT_EXISTS'],
    registrationTypes: ['100'],
  },
  {
    key: 'wrong-entry',
    title: '权利人发现登记簿把门牌写错',
    body: '门牌与地名主管部门证明不一致，属登记错误的，凭证明更正；涉及第三人权利的先书面通知。若门牌是后来改的，则是变更而不是更正。',
    rules: ['UNIT_FACTS_AGREE'],
    registrationTypes: ['500'],
  },
  {
    key: 'notice-before-title',
    title: '预告登记后开发企业又要抵押',
    body: '买受人已办预告登记，开发企业申请在同一单元设立抵押。未经预告登记权利人同意的，处分不发生物权效力，不予办理；同意须为本人意思并留存。',
    rules: ['NOTICE_CONSENTED'],
    registrationTypes: ['700', '100'],
  },
];
