import { Modal } from 'antd';
import { useFindings } from '../../../api/cases.ts';
import type { CaseView } from '../../../api/types.ts';
import { Pairs } from '../../components/Pairs.tsx';
import { Comparison, comparisonIn } from '../../findings/Comparison.tsx';
import { Departments } from '../../findings/Departments.tsx';
import type { FormPair } from '../form-pairs.ts';
import { Parties } from '../Parties.tsx';
import type { OpenFile } from './Materials.tsx';
import { MaterialViewer } from './MaterialViewer.tsx';

interface CompareViewProps {
  view: CaseView;
  pairs: readonly FormPair[];
  open: OpenFile;
  position: string;
  onGo: ((step: number) => void) | undefined;
  onClose: () => void;
}

/** The scan beside what was declared, what the departments answered and how its certificate compares with the register, over the whole screen. */
export function CompareView({ view, pairs, open, position, onGo, onClose }: CompareViewProps) {
  const findings = useFindings(view.caseNo);
  const compared = comparisonIn(
    findings.data?.findLast((each) => comparisonIn(each.facts).length > 0)?.facts,
  );
  return (
    <Modal
      open
      title="对照阅看"
      width="calc(100vw - 48px)"
      style={{ top: 24 }}
      footer={null}
      onCancel={onClose}
    >
      <div className="desk-compare">
        <MaterialViewer key={open.file.id} caseNo={view.caseNo} open={open} position={position} onGo={onGo} />
        <div className="desk-stack">
          <div>
            <h3>申请内容</h3>
            <Pairs pairs={pairs} />
          </div>
          <div>
            <h3>当事人</h3>
            <Parties parties={view.parties} />
          </div>
          <div>
            <h3>不动产</h3>
            {view.units.map((unit) => (
              <Pairs
                key={unit.code}
                pairs={[
                  { label: '坐落', value: unit.location },
                  { label: '不动产单元', value: unit.code },
                  { label: '面积', value: `${unit.area} ㎡` },
                  { label: '用途', value: unit.use },
                ]}
              />
            ))}
          </div>
          {compared.length > 0 && (
            <div>
              <h3>原证书与登记簿</h3>
              <Comparison items={compared} />
            </div>
          )}
          <div>
            <h3>部门核验</h3>
            <Departments facts={view.facts} />
          </div>
        </div>
      </div>
    </Modal>
  );
}
