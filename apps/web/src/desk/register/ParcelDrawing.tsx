import { parcelShape } from './parcel-shape.ts';

const manyCorners = 12;

/** The parcel's outline with boundary points and scale, north above. Nothing where the register has no boundary. */
export function ParcelDrawing({ geometry, name }: { geometry: unknown; name: string }) {
  const shape = parcelShape(geometry, 240, 28);
  if (!shape) return <p className="desk-parcel-none">登记簿没有界址图形。</p>;
  const middle = { x: shape.width / 2, y: shape.height / 2 };
  return (
    <figure className="desk-parcel">
      <svg
        viewBox={`0 0 ${shape.width} ${shape.height}`}
        style={{ width: shape.width, height: shape.height }}
        role="img"
        aria-label={`${name}的宗地图形，界址点 ${shape.corners.length} 个，上北`}
      >
        <path
          d={shape.path}
          fill="var(--jade-wash)"
          stroke="var(--ink)"
          strokeWidth="1.2"
          fillRule="evenodd"
        />
        {shape.corners.map((corner) => (
          <g key={corner.name}>
            <circle cx={corner.x} cy={corner.y} r="2" fill="var(--sheet)" stroke="var(--ink)" />
            {shape.corners.length <= manyCorners && (
              <text
                x={corner.x + (corner.x < middle.x ? -5 : 5)}
                y={corner.y + (corner.y < middle.y ? -5 : 12)}
                textAnchor={corner.x < middle.x ? 'end' : 'start'}
              >
                {corner.name}
              </text>
            )}
          </g>
        ))}
      </svg>
      <figcaption>
        <span style={{ width: shape.scale.length }} aria-hidden="true" />
        {shape.scale.metres} 米，上北，CGCS2000
      </figcaption>
    </figure>
  );
}
