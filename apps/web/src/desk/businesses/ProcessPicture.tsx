import { Button } from 'antd';
import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';
import { useEffect, useRef, useState } from 'react';
import { usePreferences } from '../../theme/preferences.ts';
import { processPicturePath, useProcessPicture } from '../api/directory.ts';
import { Panel } from '../components/Panel.tsx';
import { Awaited } from '../components/states.tsx';
import 'bpmn-js/dist/assets/diagram-js.css';
import 'bpmn-js/dist/assets/bpmn-js.css';

interface Canvas {
  zoom(level: number | 'fit-viewport', center?: { x: number; y: number }): number;
  viewbox(box?: { x: number; y: number; width: number; height: number }): {
    scale: number;
    inner: { x: number; y: number; width: number; height: number };
    outer: { width: number; height: number };
  };
}

/** Smaller than this names cannot be read: then the beginning is shown and one moves along. */
const legible = 0.66;

/** The process as BPMN 2.0, to look around in and to take along. */
export default function ProcessPicture({ code, version }: { code: string; version: number }) {
  const picture = useProcessPicture(code, version);
  // Colours are given to the viewer once, so another theme is another viewer.
  const { theme } = usePreferences();
  return (
    <Panel
      title="流程图（BPMN 2.0）"
      aside={
        <a href={processPicturePath(code, version)} download={`${code}-v${version}.bpmn`}>
          下载 BPMN 文件
        </a>
      }
    >
      <Awaited query={picture} what="流程图" lines={6}>
        {(xml) => <Drawing key={theme} xml={xml} />}
      </Awaited>
    </Panel>
  );
}

function Drawing({ xml }: { xml: string }) {
  const box = useRef<HTMLDivElement>(null);
  const [canvas, setCanvas] = useState<Canvas>();
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    const container = box.current;
    if (!container) return undefined;
    const colour = (name: string) => getComputedStyle(container).getPropertyValue(name).trim();
    const viewer = new NavigatedViewer({
      container,
      bpmnRenderer: {
        defaultFillColor: colour('--sheet'),
        defaultStrokeColor: colour('--ink'),
        defaultLabelColor: colour('--ink'),
      },
      textRenderer: {
        defaultStyle: { fontFamily: colour('--sans'), fontSize: 13 },
        externalStyle: { fontFamily: colour('--sans'), fontSize: 12 },
      },
    });
    let gone = false;
    viewer
      .importXML(xml)
      .then(() => {
        if (gone) return;
        const drawn = viewer.get('canvas') as Canvas;
        const svg = container.querySelector('svg');
        svg?.setAttribute('role', 'img');
        svg?.setAttribute('aria-label', '流程图，各环节的文字见下方环节表');
        toBeginning(drawn);
        setCanvas(drawn);
      })
      .catch(() => setFailed(true));
    return () => {
      gone = true;
      viewer.destroy();
    };
  }, [xml]);
  if (failed) return <p className="desk-secondary">这份流程图没有画出来，可以下载文件后用其他软件打开。</p>;
  const step = 1.25;
  return (
    <>
      <div className="desk-row desk-picture-tools no-print">
        <Button size="small" onClick={() => canvas && toBeginning(canvas)}>
          从头看
        </Button>
        <Button size="small" onClick={() => canvas?.zoom('fit-viewport')}>
          看全图
        </Button>
        <Button size="small" onClick={() => canvas?.zoom(canvas.viewbox().scale * step)}>
          放大
        </Button>
        <Button size="small" onClick={() => canvas?.zoom(canvas.viewbox().scale / step)}>
          缩小
        </Button>
        <span className="desk-secondary">可拖动；各环节的文字见下方“环节”。</span>
      </div>
      <div className="desk-picture">
        <div ref={box} />
      </div>
    </>
  );
}

/** The whole picture where it stays legible, else its left end at the height of the frame. */
function toBeginning(canvas: Canvas): void {
  const scale = canvas.zoom('fit-viewport');
  if (scale >= legible) return;
  const { inner, outer } = canvas.viewbox();
  const wanted = Math.min(1, Math.max(legible, outer.height / (inner.height + 40)));
  canvas.viewbox({
    x: inner.x - 10,
    y: inner.y - 10,
    width: outer.width / wanted,
    height: outer.height / wanted,
  });
}
