/** The keys a list answers to, said below it. */
export function KeyHints({ hints }: { hints: readonly (readonly [string, string])[] }) {
  return (
    <p className="desk-keys">
      {hints.map(([key, what]) => (
        <span key={key}>
          <kbd>{key}</kbd> {what}
        </span>
      ))}
    </p>
  );
}
