import { sealPath } from './seal-path.ts';

/** The mark: 恒 left white in a vermilion square. The name always stands beside it, so it is not read aloud. */
export function Seal({ size = '2.5rem' }: { size?: string }) {
  return (
    <svg className="seal" viewBox="0 0 100 100" style={{ width: size, height: size }} aria-hidden="true">
      <rect width="100" height="100" rx="8" fill="var(--seal)" />
      <path fill="#fff" d={sealPath} />
    </svg>
  );
}
