import { App, Button, InputNumber, Select } from 'antd';
import { useState } from 'react';
import { type NoticeKindGuide, useNoticeKinds } from '../../api/notices.ts';
import { asProblem } from '../../api/problem.ts';
import { useList } from '../../list/use-list.ts';
import {
  type HandlingAnswer,
  type HandlingParameters,
  useChangeHandling,
  useHandling,
} from '../api/handling.ts';
import { LabelledField } from '../components/LabelledField.tsx';
import { PageHead, Panel } from '../components/Panel.tsx';
import { ProblemNotice } from '../components/ProblemNotice.tsx';
import { Awaited } from '../components/states.tsx';
import { Citation } from '../findings/Citation.tsx';
import { FilterBar } from '../list/FilterBar.tsx';
import { useOwnOffices } from '../use-own-offices.ts';
import './handling.css';

const everywhere = '*';

/** 办理参数: what a registry sets for its own handling, within what law allows. */
export default function HandlingPage() {
  const offices = useOwnOffices();
  const list = useList({
    office: {
      kind: 'choice',
      label: '登记机构',
      width: 300,
      options: [
        { value: '', title: '全部机构（没有单独设置的）' },
        ...offices.map(({ code, name }) => ({ value: code, title: name })),
      ],
    },
  });
  const office = list.values.office || everywhere;
  const handling = useHandling();
  const kinds = useNoticeKinds();
  return (
    <>
      <PageHead title="办理参数" note="只影响保存以后开始的环节，已发布的公告和已经开始的时限不变" />
      <div className="desk-handling-office">
        <FilterBar label="选择登记机构" list={list} />
      </div>
      <Awaited page query={handling} what="办理参数" lines={8}>
        {(answer) => (
          <Awaited page query={kinds} what="公告种类" lines={8}>
            {(guides) => <Parameters key={office} office={office} answer={answer} kinds={guides} />}
          </Awaited>
        )}
      </Awaited>
    </>
  );
}

interface ParametersProps {
  office: string;
  answer: HandlingAnswer;
  kinds: readonly NoticeKindGuide[];
}

function Parameters({ office, answer, kinds }: ParametersProps) {
  const { message } = App.useApp();
  const set = answer.offices[office] ?? {};
  const above: HandlingParameters = {
    ...answer.defaults,
    ...(office === everywhere ? {} : answer.offices[everywhere]),
  };
  const [draft, setDraft] = useState<HandlingParameters>(set);
  const changing = useChangeHandling();
  const problem = changing.error ? asProblem(changing.error) : undefined;
  const change = (part: HandlingParameters) => setDraft((before) => without({ ...before, ...part }));
  const changeNotice = (kind: NoticeKindGuide, days: number | null) => {
    const { [kind.kind]: _, ...others } = draft.notices ?? {};
    const unit = kind.unit === 'calendar' ? ('calendar' as const) : ('working' as const);
    change({ notices: days === null ? others : { ...others, [kind.kind]: { days, unit } } });
  };
  const from = office === everywhere ? '系统默认' : '全部机构的设置';
  const save = () =>
    changing.mutate(
      { office, parameters: draft },
      { onSuccess: () => void message.success('已保存，之后开始的环节照此办理') },
    );
  return (
    <div className="desk-stack desk-handling">
      <Panel title="受理与补正">
        <div className="desk-handling-fields">
          <LabelledField
            label="视为受理期限（工作日）"
            error={problem?.errorAt('/deemedAcceptanceDays')}
            note={`收到申请后多少个工作日没有书面告知，即视为受理；0 为不自动。不填为 ${above.deemedAcceptanceDays ?? 1}（${from}），最多 30。依据不动产登记暂行条例第十七条。`}
          >
            {(id) => (
              <InputNumber
                id={id}
                min={0}
                max={30}
                precision={0}
                placeholder={String(above.deemedAcceptanceDays ?? 1)}
                value={draft.deemedAcceptanceDays ?? null}
                onChange={(value) => change({ deemedAcceptanceDays: value ?? undefined })}
              />
            )}
          </LabelledField>
          <LabelledField
            label="同一环节通知补正的次数"
            error={problem?.errorAt('/supplements')}
            note={`补正应当一次性告知；超过次数再通知，经办人须写明此前不能发现的新情况。不填为 ${above.supplements ?? 1}（${from}），最多 10。`}
          >
            {(id) => (
              <InputNumber
                id={id}
                min={1}
                max={10}
                precision={0}
                placeholder={String(above.supplements ?? 1)}
                value={draft.supplements ?? null}
                onChange={(value) => change({ supplements: value ?? undefined })}
              />
            )}
          </LabelledField>
        </div>
      </Panel>
      <Panel title="缴费方式">
        <div className="desk-handling-fields">
          <LabelledField
            label="数字人民币"
            error={problem?.errorAt('/digitalYuan')}
            note={`试点期间按机构开放，缴费时可选。不填为${above.digitalYuan ? '接受' : '不接受'}（${from}）。`}
          >
            {(id) => (
              <Select
                id={id}
                allowClear
                placeholder={above.digitalYuan ? '接受' : '不接受'}
                value={draft.digitalYuan}
                onChange={(value?: boolean) => change({ digitalYuan: value })}
                options={[
                  { value: true, label: '接受' },
                  { value: false, label: '不接受' },
                ]}
              />
            )}
          </LabelledField>
        </div>
      </Panel>
      <Panel title="公告期">
        <div className="desk-handling-fields">
          {kinds.map((kind) => {
            const inherited = above.notices?.[kind.kind]?.days ?? kind.days;
            return (
              <LabelledField
                key={kind.kind}
                label={`${kind.title}（${kind.unit === 'calendar' ? '日' : '工作日'}）`}
                error={problem?.errorAt(`/notices/${kind.kind}`)}
                note={
                  kind.least
                    ? `法定不少于 ${kind.days} 个工作日，可以延长，不能缩短。不填为 ${inherited}。`
                    : `不填为 ${inherited}，由登记机构确定，最多 400。`
                }
              >
                {(id) => (
                  <>
                    <InputNumber
                      id={id}
                      min={kind.least ? kind.days : 1}
                      max={400}
                      precision={0}
                      placeholder={String(inherited)}
                      value={draft.notices?.[kind.kind]?.days ?? null}
                      onChange={(value) => changeNotice(kind, value)}
                    />
                    <span className="desk-handling-law">
                      <Citation citation={kind.law} />
                    </span>
                  </>
                )}
              </LabelledField>
            );
          })}
        </div>
      </Panel>
      <ProblemNotice error={changing.error} />
      <div className="desk-row">
        <Button type="primary" loading={changing.isPending} onClick={save}>
          保存
        </Button>
        <Button onClick={() => setDraft({})}>全部改为不填</Button>
        <span className="desk-secondary">修改记入审计日志。</span>
      </div>
    </div>
  );
}

/** What is not set is left out, so that it stays as for all. */
function without(parameters: HandlingParameters): HandlingParameters {
  return Object.fromEntries(
    Object.entries(parameters).filter(
      ([, value]) => value !== undefined && !(typeof value === 'object' && Object.keys(value).length === 0),
    ),
  );
}
