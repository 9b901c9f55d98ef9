import { Link, useParams } from 'react-router';
import { useSession } from '../../app/session-context.ts';
import { StatusTag } from '../../components/StatusTag.tsx';
import { moment } from '../components/moments.ts';
import { Pairs } from '../components/Pairs.tsx';
import { PageHead, Panel } from '../components/Panel.tsx';
import { Awaited, Nothing } from '../components/states.tsx';
import { Citation } from '../findings/Citation.tsx';
import { factRows } from '../findings/fact-rows.ts';
import { casePagePath } from '../paths.ts';
import { ParameterText } from '../rules/ParameterText.tsx';
import { outcomeTag } from '../rules/words.ts';
import { type ReviewStep, useReviewLog } from './api.ts';
import { Replay } from './Replay.tsx';
import './monitor.css';

/** 智能审核日志: each step of a case with input, rule, result and time (REG-AUD-24), and the case asked again as on its day. */
export default function ReviewLogPage() {
  const { caseNo = '' } = useParams();
  const { can } = useSession();
  const log = useReviewLog(caseNo);
  return (
    <>
      <PageHead
        title="智能审核日志"
        note={<span className="desk-number">{caseNo}</span>}
        actions={<Link to={casePagePath(caseNo)}>回到办件</Link>}
      />
      {can('rule.replay') && (
        <Panel title="按当时的规则重放">
          <Replay caseNo={caseNo} />
        </Panel>
      )}
      <Panel title="逐步记录">
        <Awaited query={log} what="智能审核日志" lines={8}>
          {(steps) =>
            steps.length === 0 ? (
              <Nothing
                title="本件还没有经过智能审核"
                hint="提交受理、审核和登簿时，规则逐条校验并记在这里。"
              />
            ) : (
              <ol className="desk-review-log">
                {steps.map((step, index) => (
                  <Step key={`${step.at} ${step.kind} ${String(index)}`} step={step} />
                ))}
              </ol>
            )
          }
        </Awaited>
      </Panel>
    </>
  );
}

const sourceTags = {
  match: { kind: 'done', word: '一致' },
  mismatch: { kind: 'blocked', word: '不一致' },
  unavailable: { kind: 'waiting', word: '未核验' },
} as const;

const conclusionTags = {
  passed: { kind: 'done', word: '智能办结' },
  clear: { kind: 'done', word: '未发现问题' },
  person: { kind: 'waiting', word: '转人工' },
  block: { kind: 'blocked', word: '不通过' },
} as const;

function tagOf({ kind, outcome }: ReviewStep) {
  if (kind === 'source') return sourceTags[outcome as keyof typeof sourceTags] ?? outcomeTag(outcome);
  if (kind === 'conclusion')
    return conclusionTags[outcome as keyof typeof conclusionTags] ?? outcomeTag(outcome);
  return outcomeTag(outcome);
}

function Step({ step }: { step: ReviewStep }) {
  const { kind, word } = tagOf(step);
  return (
    <li>
      <time dateTime={step.at}>{moment(step.at)}</time>
      <div>
        <strong>{step.title}</strong> <StatusTag kind={kind}>{word}</StatusTag>
        {step.text && <p>{step.text}</p>}
        {step.rules.map((rule) => (
          <Rule key={rule.code} rule={rule} />
        ))}
      </div>
    </li>
  );
}

function Rule({ rule }: { rule: ReviewStep['rules'][number] }) {
  const { kind, word } = outcomeTag(rule.outcome);
  const input = factRows(rule.input);
  return (
    <details>
      <summary>
        {rule.title} <StatusTag kind={kind}>{word}</StatusTag>
        <small>
          {rule.code}，第 {rule.version} 版
        </small>
      </summary>
      <Pairs
        pairs={[
          ...(rule.citation ? [{ label: '依据', value: <Citation citation={rule.citation} /> }] : []),
          { label: '参数', value: <ParameterText parameters={rule.parameters} /> },
          { label: '结果', value: rule.message || word },
        ]}
      />
      <h3>输入</h3>
      {input.length > 0 ? <Pairs pairs={input} /> : <p className="desk-secondary">没有记录事实。</p>}
    </details>
  );
}
