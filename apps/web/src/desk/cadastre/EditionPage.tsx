import { Button } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { StatusTag } from '../../components/StatusTag.tsx';
import { ExportDialog } from '../components/ExportDialog.tsx';
import { moment } from '../components/moments.ts';
import { Pairs } from '../components/Pairs.tsx';
import { PageHead, Panel } from '../components/Panel.tsx';
import { Awaited } from '../components/states.tsx';
import { deskRoot, districtEditionPath } from '../paths.ts';
import { ActDialog } from './ActDialog.tsx';
import { type Act, type EditionDetail, takenFrom, useEdition } from './api.ts';
import { Overlay } from './Overlay.tsx';
import { RestoreDialog } from './RestoreDialog.tsx';
import { actWords, editionStates } from './words.ts';
import './cadastre.css';

/** 一版分区: what it changes, on the map and in a table, who did what with it, and what can be done now. */
export default function EditionPage() {
  const { office = '', number = '' } = useParams();
  const edition = useEdition({ office, number: Number(number) });
  return (
    <Awaited page query={edition} what="这一版分区" lines={12}>
      {(found) => <EditionBody key={`${office} ${number}`} edition={found} />}
    </Awaited>
  );
}

type Open = { act: Act } | 'restore' | 'export' | undefined;

function EditionBody({ edition }: { edition: EditionDetail }) {
  const [open, setOpen] = useState<Open>();
  const close = () => setOpen(undefined);
  const { word, kind } = editionStates[edition.state];
  const { comparison } = edition;
  return (
    <>
      <PageHead
        title={`第 ${edition.number} 版 ${edition.title}`}
        note={
          <>
            <Link to={`${deskRoot}/cadastre`}>地籍分区</Link>，{edition.officeName}
          </>
        }
        actions={
          <>
            {edition.may.map((act, index) => (
              <Button
                key={act}
                type={index === 0 ? 'primary' : 'default'}
                danger={act === 'discard'}
                onClick={() => setOpen({ act })}
              >
                {actWords[act].word}
              </Button>
            ))}
            {edition.mayRestore && <Button onClick={() => setOpen('restore')}>恢复到这一版</Button>}
            <Button onClick={() => setOpen('export')}>导出 GeoJSON</Button>
          </>
        }
      />
      <Panel title="概况" aside={<StatusTag kind={kind}>{word}</StatusTag>}>
        <Pairs
          pairs={[
            { label: '整理原因', value: edition.reason },
            { label: '分区数', value: `${edition.districts} 个` },
            {
              label: '来源',
              value: edition.restores ? (
                <Link to={districtEditionPath(edition.office, edition.restores)}>
                  恢复第 {edition.restores} 版
                </Link>
              ) : (
                (edition.fileName ?? '系统写入')
              ),
            },
            ...(edition.inForceFrom
              ? [{ label: '生效', value: `${moment(edition.inForceFrom)}，${edition.confirmedBy} 确认` }]
              : []),
            ...(edition.inForceTo ? [{ label: '被替代', value: moment(edition.inForceTo) }] : []),
            ...(comparison ? [{ label: '与现行比较', value: comparisonWords(comparison) }] : []),
          ]}
        />
      </Panel>
      <Panel title="办理经过">
        <ol className="district-history">
          <li>
            <strong>{edition.restores ? '申请恢复' : '导入'}</strong> {edition.madeBy}，
            {moment(edition.madeAt)}
            <small>{edition.reason}</small>
          </li>
          {edition.history.map((step) => (
            <li key={`${step.at} ${step.act}`}>
              <strong>{actWords[step.act].word}</strong> {step.by}，{moment(step.at)}
              <small>{step.reason}</small>
            </li>
          ))}
        </ol>
      </Panel>
      <Overlay edition={edition} />
      {open !== undefined && typeof open === 'object' && (
        <ActDialog edition={edition} act={open.act} onClose={close} />
      )}
      {open === 'restore' && <RestoreDialog edition={edition} onClose={close} />}
      {open === 'export' && (
        <ExportDialog
          what="这一版分区"
          fileName={`分区-${edition.office}-第${edition.number}版.geojson`}
          mediaType="application/geo+json"
          path={(approval) => takenFrom(edition, 'file', { approval })}
          onClose={close}
        />
      )}
    </>
  );
}

function comparisonWords(comparison: NonNullable<EditionDetail['comparison']>): string {
  const { base, at, added, abolished, boundary, renamed, parcels, units } = comparison;
  const changes = [
    [added, '新增'],
    [abolished, '撤销'],
    [boundary, '边界变化'],
    [renamed, '更名'],
  ].flatMap(([count, what]) => (count ? [`${what} ${count} 个`] : []));
  const against = base === undefined ? '首版，没有可比的旧分区' : `与第 ${base} 版比较`;
  return `${against}（${moment(at)}）：${changes.join('、') || '没有差异'}；受影响宗地 ${parcels} 宗、单元 ${units} 个`;
}
