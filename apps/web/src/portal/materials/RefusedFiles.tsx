import { Icon } from '../../components/Icon.tsx';

/** Files that were not taken, each with why. */
export function RefusedFiles({ refusals }: { refusals: readonly string[] }) {
  if (refusals.length === 0) return null;
  return (
    <div role="alert">
      {refusals.map((refusal) => (
        <p key={refusal} className="field-error">
          <Icon name="blocked" />
          {refusal}
        </p>
      ))}
    </div>
  );
}
