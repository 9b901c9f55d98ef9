/** Another system as this one knows it. */
export interface Peer {
  code: string;
  /** Where its operations live; `{url}/{code}/{operation}`. */
  url: string;
  /** SM2 public key, 130 hex digits beginning with 04. */
  publicKey: string;
}

/** Looks peers up anew each time, so that a changed address or key takes effect without a restart. */
export interface PeerDirectory {
  find(code: string): Peer | undefined;
  list(): Peer[];
}

/** A directory that never changes. */
export function fixedDirectory(peers: readonly Peer[]): PeerDirectory {
  return { find: (code) => peers.find((peer) => peer.code === code), list: () => [...peers] };
}
