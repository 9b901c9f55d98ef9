import { catalogue } from '@hengchan/catalogue';
import { registrationRules } from '@hengchan/registration';
import { nameOf } from '@hengchan/standards';
import type {
  Application,
  Event,
  LegalAct,
  LegalCase,
  LegalOutcome,
  LegalSituation,
  Page,
  Subject,
  Taker,
} from './legal-case.ts';
import { letterOf } from './situation.ts';

/** docs/legal-cases.md: the table in words, a section for every subject. */
export function legalCasesDocument(subjects: readonly Subject[]): string {
  const count = subjects.reduce((sum, { cases }) => sum + cases.length, 0);
  const unread = subjects.flatMap(({ cases }) => cases).filter(({ verified }) => !verified).length;
  return [
    '# Legal cases\n',
    `${count} questions of law that are tried on the server (\`tests/legal\`): what stood in the register, what somebody does, what comes of it, and the article that says so.`,
    `Articles marked “未核” (${unread} cases) were not checked against their source. Units are A, B, C in the order they are named.`,
    'Written by `npm run docs` from `tests/legal/table`; a test fails when it is out of date.',
    ...subjects.flatMap(section),
    '',
  ].join('\n');
}

const section = ({ title, cases }: Subject): string[] => [
  `\n## ${title}\n`,
  '| 编号 | 问题 | 情形 | 办理 | 结果 | 依据 |',
  '| --- | --- | --- | --- | --- | --- |',
  ...cases.map(row),
];

const row = ({ no, asks, situation, act, outcome, article, verified }: LegalCase): string =>
  `| ${[no, asks, tellSituation(situation), tellAct(act), tellOutcome(outcome), `${article}${verified ? '' : '（未核）'}`].join(' | ')} |`;

const tellTaker = (taker: Taker): string =>
  typeof taker === 'string' ? taker : `${taker.who} ${taker.share[0]}/${taker.share[1]}`;

function tellSituation({ units, past = [], pending }: LegalSituation): string {
  const told = units.map(({ right = '4', held, facts, recordedAs }, index) => {
    const title = nameOf('QLLX', right) ?? right;
    const said = Object.values(facts ?? {}).join('、');
    const holders = held.length > 0 ? `${held.map(tellTaker).join('、')}的` : '未登记的';
    return `${letterOf(index)} ${holders}${title}${said ? `（${said}）` : ''}${recordedAs ? `，登记为“${recordedAs}”` : ''}`;
  });
  const events = past.map(tellEvent);
  const before = pending ? [`已受理${businessName(pending)}`] : [];
  return [...told, ...events, ...before].join('；') || '登记簿没有记载';
}

function tellEvent(event: Event): string {
  const on = event.unit ? `${event.unit} ` : '';
  const when = event.daysAgo ? `${event.daysAgo} 日前` : '';
  return `${on}${when}${tellWhat(event)}`;
}

function tellWhat(event: Event): string {
  switch (event.event) {
    case 'mortgage':
      return `${event.maximum ? '最高额' : ''}抵押给${event.to}${event.restricted ? '并登记禁止转让' : ''}`;
    case 'seizure':
      return `${event.by}查封${event.months ? ` ${event.months} 个月` : ''}`;
    case 'pre-seizure':
      return `${event.by}预查封${event.against}`;
    case 'notice':
      return `预告登记给${event.of}${event.registrableSince === undefined ? '' : `，${event.registrableSince} 日前能够登记`}`;
    case 'mortgage-notice':
      return `抵押预告登记给${event.of}`;
    case 'objection':
      return `${event.by}异议登记${event.suit ? '并已起诉' : ''}`;
    case 'easement':
      return `${event.for} 对 ${event.over} 有地役权`;
    case 'habitation':
      return `${event.of}有居住权`;
    case 'management':
      return `${event.of}有土地经营权`;
    case 'lock':
      return `${event.by ?? '登记机构'}限制登记`;
    case 'transfer':
      return `转移给${event.to}`;
    case 'loss':
      return '灭失注销';
    case 'split':
      return `分割为 ${event.into.join('、')}`;
  }
}

const businessName = ({ apply: code }: Application): string =>
  catalogue.find((definition) => definition.code === code)?.name ?? code;

function tellAct(act: LegalAct): string {
  if ('look' in act) return act.look === 0 ? '查看登记簿' : `${act.look} 日后查看登记簿`;
  const definition = catalogue.find(({ code }) => code === act.apply);
  const titles = new Map(definition?.parties.map(({ role, title }) => [role, title.replace(/（.*）/, '')]));
  const taking = Object.entries(act.parties).map(
    ([role, takers]) => `${titles.get(role) ?? role}${takers.map(tellTaker).join('、')}`,
  );
  const form = Object.entries(act.form ?? {}).map(([field, value]) => {
    const { title = field, 'x-titles': names } = (definition?.form.properties[field] ?? {}) as Field;
    return `${title.replace(/（.*）/, '')}：${names?.[String(value)] ?? tellValue(value)}`;
  });
  const by = act.by ? [`由${act.by}在线发起`] : [];
  const meanwhile = act.meanwhile ? [`决定前${tellWhat(act.meanwhile.event)}`] : [];
  const alone = act.oneClerk ? ['受理、审核、核定同一人'] : [];
  return [businessName(act), ...alone, ...by, ...taking, ...form, ...meanwhile].join('；');
}

/** A field of a form, with the names of its choices. */
interface Field {
  readonly title?: string;
  readonly 'x-titles'?: Readonly<Record<string, string>>;
}

const yesOrNo = (value: boolean) => (value ? '是' : '否');
const tellValue = (value: unknown): string =>
  typeof value === 'boolean' ? yesOrNo(value) : [value].flat().map(String).map(withoutAt).join('、');
const withoutAt = (text: string): string => {
  const [, days] = /^@([+-]\d+)/.exec(text) ?? [];
  if (days !== undefined) return Number(days) < 0 ? `${-Number(days)} 日前` : `${Number(days)} 日后`;
  return text.replace(/^@proof$/, '后一项权利的证明号').replace(/^@/, '');
};

const moments = {
  begun: '不能发起',
  'handed in': '不能提交',
  accepted: '不受理',
  approved: '不予核准',
  entered: '不登簿',
};
const endings = { withdrawn: '撤回，不登簿', declined: '不予受理，不登簿', refused: '不予登记，不登簿' };
const because = (code: string): string => {
  const rule = registrationRules.find(code);
  if (rule) return `${rule.title}（\`${code}\`）`;
  return /^[A-Z_]+$/.test(code) ? `\`${code}\`` : `“${code}”`;
};

function tellOutcome(outcome: LegalOutcome): string {
  if ('not' in outcome) return `${moments[outcome.not]}：${because(outcome.because)}`;
  if ('person' in outcome) return `由人核对：${because(outcome.person)}`;
  if ('accepted' in outcome) return '受理，规则不拦';
  if ('waits' in outcome) {
    const later = outcome.later ? `；期满后${tellPage(outcome.later)}` : '';
    const refused = outcome.refused ? '，其不能办理' : '';
    return `停在“${outcome.waits}”${refused}，登记簿不变${later}`;
  }
  if ('ends' in outcome) return endings[outcome.ends];
  const { register } = outcome;
  return Object.keys(register).every((key) => /^[A-H]$/.test(key))
    ? Object.entries(register as Record<string, Page>)
        .map(([letter, page]) => `${letter} ${tellPage(page)}`)
        .join('；')
    : tellPage(register as Page);
}

const list = (values: readonly string[]) => (values.length === 0 ? '无' : values.join('、'));
const closures = { split: '分割', merger: '合并', loss: '灭失' };

function tellPage(page: Page): string {
  const told: [keyof Page, (page: Required<Page>) => string][] = [
    ['held', ({ held }) => `权利人${list(held)}`],
    ['shares', ({ shares }) => `份额${list(shares)}`],
    ['newCertificate', ({ newCertificate }) => (newCertificate ? '发新证' : '不发证')],
    ['mortgages', ({ mortgages }) => `抵押权：${list(mortgages)}`],
    ['seizures', ({ seizures }) => `查封：${list(seizures)}`],
    ['notices', ({ notices }) => `预告登记：${list(notices)}`],
    ['objections', ({ objections }) => `异议：${list(objections)}`],
    ['easements', ({ easements }) => `地役权 ${easements} 项`],
    ['habitations', ({ habitations }) => `居住权：${list(habitations)}`],
    ['managements', ({ managements }) => `土地经营权：${list(managements)}`],
    ['locked', ({ locked }) => (locked ? '限制登记中' : '没有限制登记')],
    ['closed', ({ closed }) => `因${closures[closed]}关闭`],
    ['successors', ({ successors }) => `后继单元 ${successors} 个`],
    ['location', ({ location }) => `坐落${location}`],
    ['area', ({ area }) => `面积 ${area} 平方米`],
    ['says', ({ says }) => `记载 ${tellContent(says.content)}`],
  ];
  return told
    .filter(([key]) => page[key] !== undefined)
    .map(([, tell]) => tell(page as Required<Page>))
    .join('，');
}

const tellContent = (content: Readonly<Record<string, unknown>>): string =>
  Object.entries(content)
    .map(([name, value]) => `\`${name}\` ${tellValue(value)}`)
    .join('、');
