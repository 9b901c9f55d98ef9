interface KeyHintsProps {
  search: boolean;
  /** Keys of this list beside those of all. */
  keys: Readonly<Record<string, { title: string }>>;
}

/** The keys a list answers to, said below it. */
export function KeyHints({ search, keys }: KeyHintsProps) {
  const hints = [
    ['j', '下一条'],
    ['k', '上一条'],
    ['Enter', '打开'],
    ...Object.entries(keys).map(([key, { title }]) => [key, title]),
    ...(search ? [['/', '查找']] : []),
  ];
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
