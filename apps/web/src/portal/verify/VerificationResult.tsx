import type { Verification } from '../../api/certificates.ts';
import { entryProofPath } from '../../api/register.ts';
import { useSession } from '../../app/session-context.ts';
import { Icon } from '../../components/Icon.tsx';
import { StatusTag } from '../../components/StatusTag.tsx';
import { DateText, IdText } from '../../components/text.tsx';
import styles from './verify.module.css';

interface Props {
  number: string;
  holder: string;
  answer: Verification;
}

/** The answer first, then what it rests on, then how to check it without us. */
export function VerificationResult({ number, holder, answer }: Props) {
  if (!answer.found) {
    return (
      <section className={`${styles.result} ${styles.wrong}`}>
        <h2>
          <Icon name="blocked" size="1.5em" />
          没有查到
        </h2>
        <p>
          登记簿上没有编号为“
          <IdText value={number} />
          ”、权利人为“{holder}”的证书或证明。请核对编号和姓名是否抄错。
        </p>
        <p>确认无误仍查不到的，请不要据此交易，并到登记机构核实。</p>
      </section>
    );
  }
  const valid = answer.status === 'valid';
  return (
    <section className={`${styles.result} ${valid ? styles.good : styles.wrong}`}>
      <h2>
        <Icon name={valid ? 'done' : 'blocked'} size="1.5em" />
        {valid ? '与登记簿一致，现行有效' : `这本证书${answer.statusTitle}`}
      </h2>
      <dl className="facts">
        <dt>种类</dt>
        <dd className="serif">{answer.kindTitle}</dd>
        <dt>编号</dt>
        <dd>
          <IdText value={answer.number ?? number} />
        </dd>
        <dt>权利人</dt>
        <dd>
          <StatusTag kind="done">与“{holder}”相符</StatusTag>
        </dd>
        <Row title="坐落" value={answer.location} />
        <Row title="不动产单元" value={answer.unitCode && <IdText value={answer.unitCode} />} />
        <Row title="登记时间" value={answer.registeredAt && <DateText value={answer.registeredAt} />} />
        <Row title="作废时间" value={answer.voidedAt && <DateText value={answer.voidedAt} />} />
        <Row title="登簿序号" value={answer.entry?.number} />
      </dl>
      {!valid && <p>请不要据此交易。需要了解原因的，请到登记机构查询。</p>}
      {answer.entry && <Offline entry={answer.entry} />}
    </section>
  );
}

function Row({ title, value }: { title: string; value: React.ReactNode }) {
  if (value === undefined || value === '') return null;
  return (
    <>
      <dt>{title}</dt>
      <dd>{value}</dd>
    </>
  );
}

/** How to check the entry on a machine that trusts nobody. */
function Offline({ entry }: { entry: NonNullable<Verification['entry']> }) {
  const { user } = useSession();
  return (
    <details className={styles.evidence}>
      <summary>不联网、不信任本网站，也能验证</summary>
      <p>
        每次登簿都写入防篡改日志，日志的检查点签名后存放到登记机构以外。下载登簿证明，用公开的验证程序在自己的电脑上核对：
        证明里的记录能否一步步算出已签名的日志根。算不出来，就说明记录被改动过。
      </p>
      {user ? (
        <a className="button button-default" href={entryProofPath(entry.office, entry.number)} download>
          <Icon name="download" />
          下载登簿证明
        </a>
      ) : (
        <p>权利人登录后，可在这里或办件结果中下载登簿证明，交给需要核对的人。</p>
      )}
    </details>
  );
}
