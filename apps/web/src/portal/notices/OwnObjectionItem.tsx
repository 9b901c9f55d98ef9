import { useId, useState } from 'react';
import {
  type ObjectionView,
  type OwnObjection,
  objectionFilePath,
  objectionReplyPath,
  useAddObjectionFile,
} from '../../api/notices.ts';
import { asProblem } from '../../api/problem.ts';
import { Icon } from '../../components/Icon.tsx';
import { type StatusKind, StatusTag } from '../../components/StatusTag.tsx';
import { DateText } from '../../components/text.tsx';
import { acceptWords, largestFile, refusalOf, sizeWords } from '../materials/file-check.ts';
import { RefusedFiles } from '../materials/RefusedFiles.tsx';
import styles from './notices.module.css';

const kinds: Record<ObjectionView['outcome'], StatusKind> = {
  open: 'waiting',
  upheld: 'done',
  overruled: 'blocked',
  moot: 'neutral',
};

const accepted = ['application/pdf', 'image/jpeg', 'image/png'];
const mostFiles = 10;

/** One's own objection: what was said, how it stands, what was answered. */
export function OwnObjectionItem({ objection }: { objection: OwnObjection }) {
  const { outcome, outcomeTitle, filedAt, decidedAt, files } = objection;
  return (
    <section className={styles.objection} aria-label="我提出的异议">
      <p className={styles.meta}>
        <StatusTag kind={kinds[outcome]}>{outcomeTitle}</StatusTag>
        <span>
          <DateText value={filedAt} time /> 以{objection.by}的名义提出
        </span>
      </p>
      <p className={styles.said}>{objection.reason}</p>
      {objection.relation && <p className="secondary">与不动产的关系：{objection.relation}</p>}
      {files.length > 0 && (
        <ul className={styles.files}>
          {files.map((file) => (
            <li key={file.id}>
              <a href={objectionFilePath(objection.id, file.id)} target="_blank" rel="noreferrer">
                <Icon name="document" />
                {file.name}
              </a>{' '}
              <small className="secondary">{sizeWords(file.size)}</small>
            </li>
          ))}
        </ul>
      )}
      {outcome === 'open' && (
        <>
          <p className="secondary">
            审核人员正在审查，这项登记在审查完以前不会办理。结果出来后在这里告知您。
          </p>
          {files.length < mostFiles && <AddFile objection={objection} />}
        </>
      )}
      {decidedAt && (
        <>
          <p>
            <b>审查意见</b>（<DateText value={decidedAt} time />）
          </p>
          <p className={styles.said}>{objection.reasons ?? '没有另写意见。'}</p>
          <p>
            <a
              className="button button-default"
              href={objectionReplyPath(objection.id)}
              target="_blank"
              rel="noreferrer"
            >
              <Icon name="download" />
              异议审查结果告知书（PDF）
            </a>
          </p>
        </>
      )}
    </section>
  );
}

function AddFile({ objection }: { objection: OwnObjection }) {
  const add = useAddObjectionFile(objection.noticeNo, objection.id);
  const id = useId();
  const [sending, setSending] = useState<{ name: string; done: number }>();
  const [refusals, setRefusals] = useState<string[]>([]);

  const take = async (files: readonly File[]) => {
    const refused: string[] = [];
    for (const file of files) {
      const refusal = refusalOf(file, accepted);
      if (refusal) {
        refused.push(refusal);
        continue;
      }
      setSending({ name: file.name, done: 0 });
      try {
        await add.mutateAsync({ file, onProgress: (done) => setSending({ name: file.name, done }) });
      } catch (error) {
        const { title, detail } = asProblem(error);
        refused.push(`“${file.name}”没有提交成功：${detail ?? title}`);
      }
    }
    setSending(undefined);
    setRefusals(refused);
  };
  return (
    <div className={styles.adding}>
      <RefusedFiles refusals={refusals} />
      {sending ? (
        <div role="status">
          正在提交“{sending.name}” <progress value={sending.done} aria-label={`${sending.name} 的提交进度`} />
        </div>
      ) : (
        <>
          <label className="button button-default" htmlFor={id}>
            <Icon name="upload" />
            补充证明材料
            <input
              id={id}
              className="visually-hidden"
              type="file"
              multiple
              accept={accepted.join(',')}
              onChange={(event) => {
                const chosen = [...(event.target.files ?? [])];
                event.target.value = '';
                void take(chosen);
              }}
            />
          </label>{' '}
          <small className="secondary">
            {acceptWords(accepted)}，每个不超过 {sizeWords(largestFile)}
          </small>
        </>
      )}
    </div>
  );
}
