/** `what` in the words of the page: 正在读取您的办件. */
export function Loading({ what }: { what: string }) {
  return (
    <p className="state state-loading" role="status">
      <span className="loading-bar" aria-hidden="true" />
      正在读取{what}…
    </p>
  );
}
