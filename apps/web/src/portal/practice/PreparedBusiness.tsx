import { type BusinessSummary, useBusiness } from '../../api/businesses.ts';
import { useOffices } from '../../api/offices.ts';
import { type Situation, useSituation } from '../../api/practice.ts';
import { asProblem } from '../../api/problem.ts';
import { Awaited } from '../../components/Awaited.tsx';
import { Button } from '../../components/Button.tsx';
import { SelectField } from '../../components/Field.tsx';
import { ProblemPanel } from '../../components/ProblemPanel.tsx';
import styles from './practice.module.css';
import type { PracticeList } from './practice-list.ts';
import { SituationSheet } from './SituationSheet.tsx';

const channelTitles: Record<string, string> = { online: '网上办理', counter: '窗口受理' };

/** A business to practise: where and how, and a situation made for it on demand. */
export function PreparedBusiness({ business, list }: { business: BusinessSummary; list: PracticeList }) {
  const offices = useOffices();
  const asking = useSituation();
  const { office, channel } = list.values;
  const wish = (change: { office?: string; channel?: string }) => {
    asking.reset();
    list.set(change);
  };
  const prepare = () =>
    asking.mutate({
      business: business.code,
      ...(office && { office }),
      ...(channel && { channel }),
    });
  return (
    <section aria-labelledby="chosen" className="stack">
      <div className={styles.chosen}>
        <h2 id="chosen" className="serif">
          {business.name}
        </h2>
        <Button kind="quiet" icon="left" onClick={() => list.set({ business: '', office: '', channel: '' })}>
          换一项业务
        </Button>
      </div>
      <p className="secondary">{business.summary}</p>
      <div className={styles.wishes}>
        <SelectField
          label="登记机构"
          value={office}
          onChange={(chosen) => wish({ office: chosen })}
          options={(offices.data ?? []).map(({ code, name }) => ({ value: code, title: name }))}
          placeholder="默认"
        />
        {business.channels.length > 1 && (
          <SelectField
            label="办理渠道"
            value={channel}
            onChange={(chosen) => wish({ channel: chosen })}
            options={business.channels.map((each) => ({ value: each, title: channelTitles[each] ?? each }))}
            placeholder="默认"
          />
        )}
      </div>
      {!asking.data && (
        <div>
          <Button kind="primary" busy={asking.isPending} onClick={prepare}>
            备好一份情形
          </Button>
        </div>
      )}
      {asking.isError && <ProblemPanel problem={asProblem(asking.error)} focus />}
      {asking.data && <Prepared situation={asking.data} onAnother={prepare} />}
    </section>
  );
}

interface PreparedProps {
  situation: Situation;
  onAnother: () => void;
}

function Prepared({ situation, onAnother }: PreparedProps) {
  return (
    <Awaited query={useBusiness(situation.application.business)} what="业务定义">
      {(business) => (
        <>
          <SituationSheet situation={situation} business={business} />
          <div>
            <Button onClick={onAnother}>另备一份</Button>
          </div>
        </>
      )}
    </Awaited>
  );
}
