import type {
  AdvanceNoticeRight,
  EasementRight,
  HabitationRight,
  LockRight,
  ManagementRight,
  ObjectionRight,
} from '@hengchan/register';
import { formatDate, formatUnitCode, formatYuan, nameOf, toShanghaiDate } from '@hengchan/standards';

export type LimitedRight =
  | AdvanceNoticeRight
  | ObjectionRight
  | EasementRight
  | HabitationRight
  | ManagementRight
  | LockRight;

type Pair = readonly [label: string, value: string | undefined];

const names = (people: readonly { name: string }[]) => people.map((person) => person.name).join('、');
const yuan = (fen: number | undefined) => (fen === undefined ? undefined : `${formatYuan(fen)} 元`);
const term = (from: string, to: string | undefined) =>
  to === undefined ? `${formatDate(from)}起，终身` : `${formatDate(from)}起${formatDate(to)}止`;
const instantDay = (text: string | undefined) =>
  text === undefined ? undefined : formatDate(toShanghaiDate(new Date(text)));

/** The name of a right that limits a title, as headings give it. */
export function limitedTitle(right: LimitedRight): string {
  switch (right.kind) {
    case 'advance-notice':
      return nameOf('YGDJZL', right.content.noticeKind) ?? '预告登记';
    case 'objection':
      return '异议登记';
    case 'easement':
      return right.content.side === 'servient' ? '地役权（供役地）' : '地役权（需役地）';
    case 'habitation':
      return '居住权';
    case 'management':
      return '土地经营权';
    case 'lock':
      return '限制登记';
  }
}

/** What a right that limits a title says, in the order of the official sheet. */
export function limitedPairs(right: LimitedRight, holders: string): readonly Pair[] {
  const proof: Pair = ['不动产登记证明号', right.certificate];
  switch (right.kind) {
    case 'advance-notice': {
      const { content } = right;
      return [
        ['预告权利人', holders],
        ['预告义务人', names(content.obligors)],
        ['预告种类', nameOf('YGDJZL', content.noticeKind)],
        [
          content.noticeKind <= '2' ? '取得价格' : '被担保主债权数额',
          yuan(content.amount ?? content.mortgage?.principal),
        ],
        ['债务履行期限', content.mortgage && term(content.mortgage.termFrom, content.mortgage.termTo)],
        ['合同编号', content.contractNumber],
        ['可办理登记之日', content.registrableFrom ? formatDate(content.registrableFrom) : undefined],
        ['登记原因', content.reason],
        proof,
      ];
    }
    case 'objection':
      return [
        ['申请人', holders],
        ['异议事项', right.content.matter],
        ['起诉受理通知', right.content.suit],
        ['失效时间（未起诉的）', instantDay(right.content.lapsesAt)],
        proof,
      ];
    case 'easement': {
      const { content } = right;
      return [
        ['地役权人', holders],
        ['供役地权利人', names(content.providers)],
        ['供役地', content.servient.map(formatUnitCode).join('、')],
        ['需役地', content.dominant.map(formatUnitCode).join('、')],
        ['利用目的和方法', content.purpose],
        ['地役权利用期限', term(content.termFrom, content.termTo)],
        ['登记原因', content.reason],
        proof,
      ];
    }
    case 'habitation': {
      const { content } = right;
      return [
        ['居住权人', holders],
        ['住宅所有权人', names(content.providers)],
        ['居住的条件和要求', content.conditions],
        ['居住权期限', term(content.termFrom, content.termTo)],
        ['是否可以出租', content.mayLet ? '是' : '否'],
        ['登记原因', content.reason],
        proof,
      ];
    }
    case 'management': {
      const { content } = right;
      return [
        ['土地经营权人', holders],
        ['承包方', names(content.providers)],
        ['合同编号', content.contractNumber],
        ['经营期限', term(content.termFrom, content.termTo)],
        ['登记原因', content.reason],
        ['不动产权证号', right.certificate],
      ];
    }
    case 'lock':
      return [
        ['限制机关', right.content.authority.name],
        ['文号', right.content.documentNumber],
        ['限制原因', right.content.reason],
      ];
  }
}
