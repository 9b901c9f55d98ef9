import { Button } from 'antd';
import { type KeyboardEvent, useState } from 'react';
import { caseFilePath } from '../../../api/cases.ts';
import { moment } from '../../components/moments.ts';
import type { OpenFile } from './Materials.tsx';

const zooms = [0.5, 0.75, 1, 1.5, 2, 3, 4];

interface MaterialViewerProps {
  caseNo: string;
  open: OpenFile;
  position: string;
  onGo: ((step: number) => void) | undefined;
  /** Opens it beside what was declared. */
  onCompare?: () => void;
}

/** One scan or document, to be read closely: zoomed, turned, or in a window of its own. */
export function MaterialViewer({
  caseNo,
  open: { material, file },
  position,
  onGo,
  onCompare,
}: MaterialViewerProps) {
  const [zoom, setZoom] = useState(2);
  const [turn, setTurn] = useState(0);
  const address = caseFilePath(caseNo, file.id);
  const image = file.mediaType.startsWith('image/');
  const larger = () => setZoom((now) => Math.min(now + 1, zooms.length - 1));
  const smaller = () => setZoom((now) => Math.max(now - 1, 0));
  const onKey = (event: KeyboardEvent) => {
    if (event.key === '+' || event.key === '=') larger();
    else if (event.key === '-') smaller();
    else if (event.key === 'r') setTurn((now) => (now + 90) % 360);
    else if (event.key === ']' && onGo) onGo(1);
    else if (event.key === '[' && onGo) onGo(-1);
    else return;
    event.preventDefault();
  };
  return (
    <section className="desk-viewer" aria-label={`${material}：${file.name}`} onKeyDown={onKey}>
      <div className="desk-viewer-bar">
        <span>
          {material} <span className="desk-secondary">{position}</span>
        </span>
        {onGo && (
          <>
            <Button size="small" onClick={() => onGo(-1)}>
              上一份
            </Button>
            <Button size="small" onClick={() => onGo(1)}>
              下一份
            </Button>
          </>
        )}
        {image && (
          <>
            <Button size="small" aria-label="缩小" disabled={zoom === 0} onClick={smaller}>
              −
            </Button>
            <span className="desk-number" aria-live="polite">
              {Math.round((zooms[zoom] ?? 1) * 100)}%
            </span>
            <Button size="small" aria-label="放大" disabled={zoom === zooms.length - 1} onClick={larger}>
              +
            </Button>
            <Button size="small" onClick={() => setTurn((turn + 90) % 360)}>
              旋转
            </Button>
          </>
        )}
        {onCompare && (
          <Button size="small" onClick={onCompare}>
            对照阅看
          </Button>
        )}
        <a href={address} target="_blank" rel="noreferrer">
          新窗口打开
        </a>
      </div>
      {image ? (
        <div className="desk-viewer-page">
          <button type="button" aria-label={`放大${material}的影像`} onClick={larger}>
            <img
              src={address}
              alt={`${material}的影像`}
              style={{ width: `${(zooms[zoom] ?? 1) * 100}%`, transform: `rotate(${turn}deg)` }}
            />
          </button>
        </div>
      ) : (
        <iframe className="desk-viewer-page" src={address} title={`${material}：${file.name}`} />
      )}
      <p className="desk-secondary">
        {file.by}，{moment(file.at)}提交，{sizeWord(file.size)}
      </p>
    </section>
  );
}

function sizeWord(bytes: number): string {
  return bytes < 1_048_576 ? `${Math.ceil(bytes / 1024)} KB` : `${(bytes / 1_048_576).toFixed(1)} MB`;
}
