import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { usePaging } from '../../list/use-list.ts';
import { ExportDialog } from '../components/ExportDialog.tsx';
import { Panel } from '../components/Panel.tsx';
import { Awaited, Loading } from '../components/states.tsx';
import { Rows } from '../list/Rows.tsx';
import { AffectedParcels } from './AffectedParcels.tsx';
import {
  type Box,
  type DifferenceView,
  type EditionDetail,
  takenFrom,
  useDifferences,
  useFeatures,
  useOverlay,
} from './api.ts';
import { Legend } from './Legend.tsx';
import { changeWords, ground, levelWords, within } from './words.ts';

// The map is large and nobody else on the desk needs it.
const DistrictMap = lazy(() => import('./DistrictMap.tsx'));

/** 叠加分析: old and new over each other, the differences beside them, and the parcels they touch. EX-GEO-01. */
export function Overlay({ edition }: { edition: EditionDetail }) {
  const paging = usePaging();
  const [chosen, setChosen] = useState<DifferenceView>();
  const [focus, setFocus] = useState<Box>();
  const [exporting, setExporting] = useState(false);
  const differences = useDifferences(edition, edition.version, paging.cursor);
  const choose = (row: DifferenceView | undefined) => {
    setChosen(row);
    setFocus(row?.box);
  };
  return (
    <>
      <Panel
        title="新旧叠加与差异"
        aside={
          <Button size="small" onClick={() => setExporting(true)}>
            导出差异表
          </Button>
        }
      >
        <div className="district-overlay">
          <div>
            <OverlayMap edition={edition} district={chosen?.code} focus={focus} />
            <Legend />
            {focus && (
              <Button size="small" onClick={() => choose(undefined)}>
                显示全部
              </Button>
            )}
          </div>
          <div>
            <Rows
              what="差异"
              caption="新旧分区的差异；选中一行，地图移到那里"
              query={differences}
              columns={columns(choose)}
              rowKey={(each) => each.code}
              empty={{ title: '与现行分区没有差异', hint: '名称、代码和界线都相同。' }}
              paging={paging}
              selected={chosen?.code}
              onOpen={choose}
            />
          </div>
        </div>
      </Panel>
      <AffectedParcels key={chosen?.code ?? 'all'} edition={edition} district={chosen} onFocus={setFocus} />
      {exporting && (
        <ExportDialog
          what="差异表"
          fileName={`分区差异-${edition.office}-第${edition.number}版.csv`}
          mediaType="text/csv"
          path={(approval) => takenFrom(edition, 'differences', { approval })}
          onClose={() => setExporting(false)}
        />
      )}
    </>
  );
}

interface OverlayMapProps {
  edition: EditionDetail;
  district: string | undefined;
  focus: Box | undefined;
}

function OverlayMap({ edition, district, focus }: OverlayMapProps) {
  const base = edition.comparison?.base;
  const before = useFeatures(base === undefined ? undefined : { office: edition.office, number: base });
  const after = useFeatures(edition);
  const overlay = useOverlay(edition, edition.version);
  return (
    <Awaited query={after} what="新分区的图形" lines={8}>
      {(features) => (
        <Awaited query={overlay} what="叠加的图形" lines={8}>
          {(parts) => (
            <Suspense fallback={<Loading what="地图" lines={8} />}>
              <DistrictMap
                name={`第 ${edition.number} 版与现行分区的叠加图`}
                before={before.data}
                after={features}
                overlay={parts}
                district={district}
                focus={focus}
              />
            </Suspense>
          )}
        </Awaited>
      )}
    </Awaited>
  );
}

const columns = (choose: (row: DifferenceView) => void) => [
  {
    key: 'code',
    title: '分区',
    render: (each: DifferenceView) => (
      <>
        <button type="button" className="district-choose" onClick={() => choose(each)}>
          {each.nameAfter ?? each.nameBefore}
          <span className="visually-hidden">，在图上看</span>
        </button>
        <small>
          {levelWords[each.level]} {within(each.code)}
        </small>
      </>
    ),
  },
  {
    key: 'changes',
    title: '变化',
    render: (each: DifferenceView) => (
      <>
        {each.changes.map((change) => changeWords[change]).join('、')}
        {each.changes.includes('renamed') && <small>原名 {each.nameBefore}</small>}
        {each.related.length > 0 && <small>涉及 {each.related.map(within).join('、')}</small>}
      </>
    ),
  },
  {
    key: 'ground',
    title: '划入、划出',
    wideOnly: true,
    align: 'right' as const,
    render: (each: DifferenceView) => (
      <>
        {each.areaGained > 0 && <small>入 {ground(each.areaGained)}</small>}
        {each.areaLost > 0 && <small>出 {ground(each.areaLost)}</small>}
        {each.areaGained + each.areaLost === 0 && '—'}
      </>
    ),
  },
  { key: 'parcels', title: '宗地', align: 'right' as const, render: (each: DifferenceView) => each.parcels },
  { key: 'units', title: '单元', align: 'right' as const, render: (each: DifferenceView) => each.units },
];
