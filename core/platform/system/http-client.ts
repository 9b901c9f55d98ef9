/** Outgoing calls. The only place of the product that opens a connection to another system. */
export interface HttpClient {
  /** Resolves with whatever was answered; rejects when nothing complete came within `timeoutMs`. */
  request(options: HttpRequest): Promise<HttpAnswer>;
}

export interface HttpRequest {
  url: string;
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  headers?: Record<string, string>;
  body?: string | Uint8Array;
  timeoutMs: number;
}

export interface HttpAnswer {
  status: number;
  headers: Record<string, string>;
  body: Uint8Array;
}

const maximumAnswerBytes = 32 * 1024 * 1024;

export function systemHttpClient(): HttpClient {
  return {
    async request({ url, method, headers = {}, body, timeoutMs }) {
      const signal = AbortSignal.timeout(timeoutMs);
      const init: RequestInit = { method, headers, signal, redirect: 'error' };
      if (body !== undefined) init.body = typeof body === 'string' ? body : new Uint8Array(body);
      const response = await fetch(url, init);
      const bytes = new Uint8Array(await response.arrayBuffer());
      if (bytes.length > maximumAnswerBytes) throw new Error('answer too large');
      return { status: response.status, headers: Object.fromEntries(response.headers), body: bytes };
    },
  };
}
