const entries = [
  ['gained', '划入'],
  ['lost', '划出'],
  ['passed', '划到另一分区'],
  ['kept', '不变'],
  ['before', '旧界线'],
  ['after', '新界线'],
] as const;

/** What the patterns and lines of the map mean; told apart without colours. */
export function Legend() {
  return (
    <ul className="district-legend" aria-label="图例">
      {entries.map(([what, word]) => (
        <li key={what}>
          <span className={`district-swatch is-${what}`} aria-hidden="true" />
          {word}
        </li>
      ))}
    </ul>
  );
}
