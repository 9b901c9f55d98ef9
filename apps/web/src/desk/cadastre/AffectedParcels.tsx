import { Button } from 'antd';
import { useState } from 'react';
import { usePaging } from '../../list/use-list.ts';
import { ExportDialog } from '../components/ExportDialog.tsx';
import { Panel } from '../components/Panel.tsx';
import { Rows } from '../list/Rows.tsx';
import {
  type AffectedParcelView,
  type Box,
  type DifferenceView,
  type EditionDetail,
  takenFrom,
  useAffectedParcels,
} from './api.ts';
import { howWords, spaced } from './words.ts';

interface AffectedParcelsProps {
  edition: EditionDetail;
  /** Only those of this district. */
  district: DifferenceView | undefined;
  onFocus: (box: Box) => void;
}

/** 受影响的宗地: which would no longer lie in the subzone their code names. */
export function AffectedParcels({ edition, district, onFocus }: AffectedParcelsProps) {
  const paging = usePaging();
  const [chosen, setChosen] = useState<string>();
  const [exporting, setExporting] = useState(false);
  const parcels = useAffectedParcels(edition, edition.version, district?.code, paging.cursor);
  const focus = (parcel: AffectedParcelView) => {
    if (!parcel.box) return;
    setChosen(parcel.code);
    onFocus(parcel.box);
  };
  const where = district ? `：${district.nameAfter ?? district.nameBefore}` : '';
  return (
    <Panel
      title={`受影响的宗地${where}`}
      aside={
        <Button size="small" onClick={() => setExporting(true)}>
          导出宗地表
        </Button>
      }
    >
      <Rows
        what="受影响的宗地"
        caption="受影响的宗地；选中一行，地图移到那里"
        query={parcels}
        columns={columns(focus)}
        rowKey={(each) => each.code}
        empty={{ title: '没有受影响的宗地', hint: '调整后，每宗地仍在其代码所示的地籍子区内。' }}
        paging={paging}
        selected={chosen}
        onOpen={focus}
      />
      {exporting && (
        <ExportDialog
          what="受影响的宗地"
          fileName={`受影响宗地-${edition.office}-第${edition.number}版.csv`}
          mediaType="text/csv"
          path={(approval) => takenFrom(edition, 'parcels', { district: district?.code, approval })}
          onClose={() => setExporting(false)}
        />
      )}
    </Panel>
  );
}

const columns = (focus: (parcel: AffectedParcelView) => void) => [
  {
    key: 'code',
    title: '宗地',
    render: (each: AffectedParcelView) => (
      <>
        {each.box ? (
          <button type="button" className="district-choose" onClick={() => focus(each)}>
            {each.code}
            <span className="visually-hidden">，在图上看</span>
          </button>
        ) : (
          each.code
        )}
        <small>{each.location}</small>
      </>
    ),
  },
  { key: 'how', title: '影响', render: (each: AffectedParcelView) => howWords[each.how] },
  {
    key: 'lies',
    title: '调整后所在',
    wideOnly: true,
    render: (each: AffectedParcelView) => (each.liesIn ? spaced(each.liesIn) : '不在任何子区内'),
  },
  { key: 'units', title: '单元', align: 'right' as const, render: (each: AffectedParcelView) => each.units },
];
