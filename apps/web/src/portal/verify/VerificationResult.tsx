import type { Verification } from '../../api/certificates.ts';
import { Icon } from '../../components/Icon.tsx';
import { StatusTag } from '../../components/StatusTag.tsx';
import { DateText, IdText } from '../../components/text.tsx';
import styles from './verify.module.css';

const kindTitles: Record<string, string> = {
  certificate: '不动产权证书',
  proof: '不动产登记证明',
};

/** The answer first, then what it rests on, then how to check it without us. */
export function VerificationResult({
  number,
  holder,
  answer,
}: {
  number: string;
  holder: string;
  answer: Verification;
}) {
  if (!answer.found) {
    return (
      <section className={`${styles.result} ${styles.wrong}`}>
        <h2>
          <Icon name="blocked" size="1.5em" />
          登记簿上没有这个编号
        </h2>
        <p>
          请核对编号是否抄错：“
          <IdText value={number} />
          ”。确认无误仍查不到的，请不要据此交易，并到登记机构核实。
        </p>
      </section>
    );
  }
  const valid = answer.status === 'valid';
  const mismatch = holder !== '' && answer.holderMatches === false;
  const good = valid && !mismatch;
  return (
    <section className={`${styles.result} ${good ? styles.good : styles.wrong}`}>
      <h2>
        <Icon name={good ? 'done' : 'blocked'} size="1.5em" />
        {headline(valid, mismatch, answer)}
      </h2>
      <dl className="facts">
        <dt>种类</dt>
        <dd className="serif">{kindTitles[answer.kind ?? ''] ?? answer.kind ?? '不动产登记'}</dd>
        <dt>编号</dt>
        <dd>
          <IdText value={number} />
        </dd>
        <dt>权利人</dt>
        <dd>
          {holder === '' && '未核对。在上面填写姓名即可一并核对。'}
          {holder !== '' && answer.holderMatches && <StatusTag kind="done">与“{holder}”相符</StatusTag>}
          {mismatch && <StatusTag kind="blocked">与“{holder}”不符</StatusTag>}
        </dd>
        {answer.location && (
          <>
            <dt>坐落</dt>
            <dd>{answer.location}</dd>
          </>
        )}
        {answer.unitCode && (
          <>
            <dt>不动产单元</dt>
            <dd>
              <IdText value={answer.unitCode} />
            </dd>
          </>
        )}
        {answer.registeredAt && (
          <>
            <dt>登记时间</dt>
            <dd>
              <DateText value={answer.registeredAt} />
            </dd>
          </>
        )}
      </dl>
      {answer.evidence && <Evidence evidence={answer.evidence} />}
    </section>
  );
}

function headline(valid: boolean, mismatch: boolean, answer: Verification): string {
  if (!valid) return answer.statusTitle ? `这本证书${answer.statusTitle}` : '这本证书已失效';
  return mismatch ? '编号有效，权利人不符' : '与登记簿一致，现行有效';
}

const evidenceTitles: Record<string, string> = {
  office: '登记机构',
  entry: '登簿序号',
  number: '登簿序号',
  hash: '记录摘要',
  entryHash: '记录摘要',
  leaf: '叶序号',
  index: '叶序号',
  size: '日志大小',
  treeSize: '日志大小',
  root: '日志根',
  rootHash: '日志根',
  at: '检查点时间',
  checkpointAt: '检查点时间',
};

/** The evidence as the server gives it, and how to check it on a machine that trusts nobody. */
function Evidence({ evidence }: { evidence: Record<string, unknown> }) {
  const rows = Object.entries(evidence).filter(
    ([, value]) => typeof value === 'string' || typeof value === 'number',
  );
  return (
    <details className={styles.evidence}>
      <summary>不联网、不信任本网站，也能验证</summary>
      <p>
        每次登簿都写入防篡改日志，日志的检查点签名后存放在登记机构以外。持证人可在“我的办件”下载登簿证明，
        用公开的验证程序在自己的电脑上核对：证明中的记录摘要能否一步步算出已签名的日志根。算不出来，就说明记录被改动过。
      </p>
      <dl className="facts">
        {rows.map(([name, value]) => (
          <div key={name} className={styles.pair}>
            <dt>{evidenceTitles[name] ?? name}</dt>
            <dd className={styles.mono}>{String(value)}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
