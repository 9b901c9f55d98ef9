import type { Relations } from './api.ts';
import { box, type PlacedEdge, type PlacedNode, placeRelations } from './place-relations.ts';

/** The graph drawn from left to right. Everything in it stands in words below it, so that readers lose nothing. */
export function RelationsPicture({ relations }: { relations: Relations }) {
  const { nodes, edges, width, height } = placeRelations(relations);
  return (
    <div className="desk-relations">
      <svg
        role="img"
        aria-label="单元、权利、权利人、限制和办件的关系"
        width={width}
        height={height}
        viewBox={`-1 0 ${width} ${height}`}
      >
        {edges.map((edge) => (
          <Edge key={edge.key} edge={edge} />
        ))}
        {nodes.map((placed) => (
          <Box key={placed.node.id} placed={placed} centre={placed.node.subject === relations.unit} />
        ))}
      </svg>
    </div>
  );
}

function Edge({ edge: { from, to, title } }: { edge: PlacedEdge }) {
  const [left, right] = from.x <= to.x ? [from, to] : [to, from];
  const [x1, x2] = [left.x + box.width, right.x];
  const [y1, y2] = [left.y + box.height / 2, right.y + box.height / 2];
  const bend = (x2 - x1) / 2;
  return (
    <>
      <path d={`M${x1} ${y1} C${x1 + bend} ${y1} ${x2 - bend} ${y2} ${x2} ${y2}`} />
      <text className="is-secondary is-label" x={x1 + bend} y={(y1 + y2) / 2 + 4} textAnchor="middle">
        {short(title, 6)}
      </text>
    </>
  );
}

function Box({ placed: { node, x, y }, centre }: { placed: PlacedNode; centre: boolean }) {
  return (
    <g className={centre ? 'is-centre' : `is-${node.kind}`}>
      <title>{`${node.title} ${node.text}`}</title>
      <rect x={x} y={y} width={box.width} height={box.height} rx={4} />
      <text x={x + 10} y={y + 20}>
        {short(node.title, 14)}
      </text>
      <text className="is-secondary" x={x + 10} y={y + 38}>
        {short(node.text, 15)}
      </text>
    </g>
  );
}

/** As many characters as fit; Latin letters and digits are half as wide. */
function short(text: string, most: number): string {
  let room = most;
  let cut = '';
  for (const letter of text) {
    room -= /[\u0020-\u00ff]/.test(letter) ? 0.55 : 1;
    if (room < 0) return `${cut}…`;
    cut += letter;
  }
  return cut;
}
