/** The part of autocannon used here; the package brings no types. */
declare module 'autocannon' {
  interface Options {
    url: string;
    connections: number;
    duration: number;
    overallRate: number;
    requests: { path: string; headers: Record<string, string> }[];
  }
  interface Instance extends PromiseLike<{ errors: number; non2xx: number }> {
    on(
      event: 'response',
      listener: (client: unknown, status: number, bytes: number, milliseconds: number) => void,
    ): void;
  }
  export default function autocannon(options: Options): Instance;
}
