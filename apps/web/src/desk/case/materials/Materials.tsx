import { useMemo, useState } from 'react';
import type { CaseView } from '../../../api/types.ts';
import type { FormPair } from '../form-pairs.ts';
import { CompareView } from './CompareView.tsx';
import { MaterialList } from './MaterialList.tsx';
import { MaterialViewer } from './MaterialViewer.tsx';
import './materials.css';

export interface OpenFile {
  material: string;
  file: CaseView['materials'][number]['files'][number];
}

interface MaterialsProps {
  view: CaseView;
  /** What was declared, to be held against the scans. */
  pairs: readonly FormPair[];
  /** Uploading is offered where the case still takes materials. */
  editable: boolean;
}

/** The file of the case: what there is, what is missing, and one of them open. */
export function Materials({ view, pairs, editable }: MaterialsProps) {
  const [chosen, setChosen] = useState<string>();
  // One for named persons is opened by a click, never by itself: whoever is not named would be refused, and that is told.
  const files = useMemo<OpenFile[]>(
    () =>
      view.materials.flatMap((material) =>
        material.files
          .filter((file) => file.opens && (file.mark !== 'restricted' || file.id === chosen))
          .map((file) => ({ material: material.title, file })),
      ),
    [view.materials, chosen],
  );
  const index = Math.max(
    0,
    files.findIndex(({ file }) => file.id === chosen),
  );
  const current = files[index];
  const [comparing, setComparing] = useState(false);
  const position = `${index + 1}/${files.length}`;
  const go = (step: number) => setChosen(files[(index + step + files.length) % files.length]?.file.id);
  return (
    <div className="desk-materials">
      <MaterialList view={view} editable={editable} open={current?.file.id} onOpen={setChosen} />
      {current ? (
        <>
          <MaterialViewer
            key={current.file.id}
            caseNo={view.caseNo}
            open={current}
            position={position}
            onGo={files.length > 1 ? go : undefined}
            onCompare={() => setComparing(true)}
          />
          {comparing && (
            <CompareView
              view={view}
              pairs={pairs}
              open={current}
              position={position}
              onGo={files.length > 1 ? go : undefined}
              onClose={() => setComparing(false)}
            />
          )}
        </>
      ) : (
        <p className="desk-secondary">
          {view.materials.some((material) => material.files.length > 0)
            ? '影像材料不在您的知悉范围内。'
            : '本件还没有影像材料。'}
        </p>
      )}
    </div>
  );
}
