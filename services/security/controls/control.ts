/** Where a control can be seen to hold. */
export interface Evidence {
  kind: 'page' | 'route' | 'test' | 'document' | 'source';
  /** A page's path, `METHOD /path`, or a file from the root of the repository. */
  target: string;
}

/**
 * How a row of the security requirements stands.
 * `holds`: provable in the running product. `organisational`: people must do it, the product supports and records.
 * `partial`: some of it is not there. `missing`: not there yet.
 */
export type Standing = 'holds' | 'organisational' | 'partial' | 'missing';

export interface Control {
  row: string;
  title: string;
  standing: Standing;
  /** What the product does about it. */
  claim: string;
  /** What it does not do; said wherever the row does not fully hold. */
  gap?: string;
  evidence: readonly Evidence[];
}

export const page = (target: string): Evidence => ({ kind: 'page', target });
export const route = (target: string): Evidence => ({ kind: 'route', target });
export const proof = (target: string): Evidence => ({ kind: 'test', target });
export const document = (target: string): Evidence => ({ kind: 'document', target });
export const source = (target: string): Evidence => ({ kind: 'source', target });

export const control = (
  row: string,
  title: string,
  standing: Standing,
  claim: string,
  gap: string | undefined,
  ...evidence: Evidence[]
): Control => ({ row, title, standing, claim, ...(gap === undefined ? {} : { gap }), evidence });
