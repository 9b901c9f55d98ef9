import { type DragEvent, useId, useState } from 'react';
import { useUploadMaterial } from '../../api/cases.ts';
import { asProblem } from '../../api/problem.ts';
import { Icon } from '../../components/Icon.tsx';
import { acceptWords, largestFile, refusalOf, sizeWords } from './file-check.ts';
import type { CaseMaterial } from './MaterialList.tsx';
import styles from './materials.module.css';
import { RefusedFiles } from './RefusedFiles.tsx';

/** Drop, choose or photograph. Files go one after another; what is refused is named with its reason. */
export function MaterialUploader({ caseNo, material }: { caseNo: string; material: CaseMaterial }) {
  const send = useUploadMaterial(caseNo);
  const id = useId();
  const [sending, setSending] = useState<{ name: string; done: number }>();
  const [refusals, setRefusals] = useState<string[]>([]);
  const [over, setOver] = useState(false);
  const photographs = material.accept.some((type) => type.startsWith('image/'));

  const take = async (files: readonly File[]) => {
    const refused: string[] = [];
    for (const file of files) {
      const refusal = refusalOf(file, material.accept);
      if (refusal) {
        refused.push(refusal);
        continue;
      }
      setSending({ name: file.name, done: 0 });
      try {
        await send.mutateAsync({
          material: material.code,
          file,
          onProgress: (done) => setSending({ name: file.name, done }),
        });
      } catch (error) {
        const { title, detail } = asProblem(error);
        refused.push(`“${file.name}”没有提交成功：${detail ?? title}`);
      }
    }
    setSending(undefined);
    setRefusals(refused);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    if (!sending) void take([...event.dataTransfer.files]);
  };
  const chosen = (input: HTMLInputElement) => {
    const files = [...(input.files ?? [])];
    input.value = '';
    void take(files);
  };
  return (
    <div>
      <RefusedFiles refusals={refusals} />
      <fieldset
        aria-label={`提交${material.title}`}
        className={over ? `${styles.drop} ${styles.over}` : styles.drop}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        {sending ? (
          <div className={styles.progress} role="status">
            <span>正在提交“{sending.name}”</span>
            <progress value={sending.done} aria-label={`${sending.name} 的提交进度`} />
          </div>
        ) : (
          <>
            <label className="button button-default" htmlFor={id}>
              <Icon name="upload" />
              {material.files.length > 0 ? '再加一个文件' : '选择文件'}
              <input
                id={id}
                className="visually-hidden"
                type="file"
                multiple
                accept={material.accept.join(',')}
                aria-label={`为${material.title}选择文件`}
                onChange={(event) => chosen(event.target)}
              />
            </label>
            {photographs && (
              <label className={`button button-default ${styles.camera}`} htmlFor={`${id}-camera`}>
                <Icon name="camera" />
                拍照
                <input
                  id={`${id}-camera`}
                  className="visually-hidden"
                  type="file"
                  accept="image/*"
                  capture="environment"
                  aria-label={`为${material.title}拍照`}
                  onChange={(event) => chosen(event.target)}
                />
              </label>
            )}
            <small className="secondary">
              {material.accept.length > 0 && `${acceptWords(material.accept)}，`}每个不超过{' '}
              {sizeWords(largestFile)}
              <span className={styles.dropWord}>，也可以拖到这里</span>
            </small>
          </>
        )}
      </fieldset>
    </div>
  );
}
