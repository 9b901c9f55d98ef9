import { Button } from 'antd';
import { StatusTag } from '../../components/StatusTag.tsx';
import { moment } from '../components/moments.ts';
import { ProblemNotice } from '../components/ProblemNotice.tsx';
import { type DenseColumn, DenseTable } from '../list/DenseTable.tsx';
import { useReplay } from '../rules/api.ts';
import { OutcomeTag } from '../rules/cells.tsx';
import { momentWords, outcomeTag } from '../rules/words.ts';

type Answer = NonNullable<ReturnType<typeof useReplay>['data']>;
type Evaluation = Answer['evaluations'][number];

const kinds: Record<string, string> = {
  outcome: '结论不同',
  parameters: '参数不同',
  'not-asked': '当时不应校验',
  'asked-besides': '当时漏校验',
  'version-gone': '旧版已不能重放',
  unanswerable: '事实不足',
};

/** Asks the rules of the day again and says whether they give what was found. The look is recorded. */
export function Replay({ caseNo }: { caseNo: string }) {
  const replay = useReplay();
  return (
    <div className="desk-stack">
      <div className="desk-row">
        <Button loading={replay.isPending} onClick={() => replay.mutate(caseNo)}>
          重放
        </Button>
        <span className="desk-secondary">
          用当时的规则版本、参数、启停和留存的事实重算，与留存的结论比对。
        </span>
      </div>
      <ProblemNotice error={replay.error} />
      {replay.data && <Result answer={replay.data} />}
    </div>
  );
}

function Result({ answer }: { answer: Answer }) {
  if (answer.evaluations.length === 0) return <p className="desk-secondary">本件没有留存可重放的校验。</p>;
  return (
    <>
      <p aria-live="polite">
        <StatusTag kind={answer.same ? 'done' : 'blocked'}>
          {answer.same ? '与当时一致' : '与当时不一致'}
        </StatusTag>
      </p>
      <DenseTable caption="重放结果" columns={columns} rows={answer.evaluations} rowKey={(each) => each.id} />
    </>
  );
}

const columns: DenseColumn<Evaluation>[] = [
  { key: 'moment', title: '环节', width: 80, render: (each) => momentWords[each.moment] ?? each.moment },
  { key: 'at', title: '校验时间', width: 200, render: (each) => moment(each.at) },
  { key: 'rules', title: '规则', width: 80, align: 'right', render: (each) => `${each.rules} 条` },
  {
    key: 'outcome',
    title: '当时的结论',
    width: 130,
    render: ({ outcome }) => <OutcomeTag outcome={outcome} />,
  },
  {
    key: 'differences',
    title: '差异',
    render: (each) => {
      if (!each.factsKept) return '当时的事实没有留存，不能重放';
      if (each.differences.length === 0) return '无';
      return each.differences.map((difference) => (
        <div key={`${difference.rule} ${difference.kind}`}>
          {difference.title}（第 {difference.version} 版）：{kinds[difference.kind] ?? difference.kind}
          <small>
            当时 {wordOf(difference.kept)}，重放 {wordOf(difference.now)}
          </small>
        </div>
      ));
    },
  },
];

const wordOf = (text: string): string =>
  ['pass', 'warn', 'person', 'block'].includes(text) ? outcomeTag(text).word : text;
