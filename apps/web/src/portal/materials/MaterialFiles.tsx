import { caseFilePath, useRemoveFile } from '../../api/cases.ts';
import { asProblem } from '../../api/problem.ts';
import { Button } from '../../components/Button.tsx';
import { Icon } from '../../components/Icon.tsx';
import { ProblemPanel } from '../../components/ProblemPanel.tsx';
import { DateText } from '../../components/text.tsx';
import { sizeWords } from './file-check.ts';
import type { CaseMaterial } from './MaterialList.tsx';
import styles from './materials.module.css';

interface Props {
  caseNo: string;
  material: CaseMaterial;
  editable: boolean;
}

export function MaterialFiles({ caseNo, material, editable }: Props) {
  const remove = useRemoveFile(caseNo);
  if (material.files.length === 0) return null;
  return (
    <>
      {remove.isError && <ProblemPanel problem={asProblem(remove.error)} />}
      <ul className={styles.files}>
        {material.files.map((file) => (
          <li key={file.id}>
            {file.opens ? (
              <a href={caseFilePath(caseNo, file.id)} target="_blank" rel="noreferrer">
                <Icon name="document" />
                {file.name}
              </a>
            ) : (
              <span className={styles.closed}>
                <Icon name="lock" />
                已提交，只有提交人和登记机构能打开
              </span>
            )}
            <small className="secondary">
              {sizeWords(file.size)} · {file.by} · <DateText value={file.at} time />
            </small>
            {editable && file.opens && material.status !== 'fetched' && (
              <Button
                kind="quiet"
                icon="trash"
                aria-label={`删除${file.name}`}
                disabled={remove.isPending}
                onClick={() => remove.mutate({ material: material.code, file: file.id })}
              >
                删除
              </Button>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
