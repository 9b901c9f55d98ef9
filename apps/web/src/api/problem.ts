import type { FieldError, ProblemFinding } from './types.ts';

/** Codes made here, for failures that have no answer of the server. */
export const localCodes = { offline: 'OFFLINE', unreadable: 'UNREADABLE_ANSWER' } as const;

/** An answer of the server that is not a success (RFC 9457), or no answer at all (`status` 0). */
export class ApiProblem extends Error {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly detail: string | undefined;
  readonly errors: FieldError[];
  readonly findings: ProblemFinding[];

  constructor(
    status: number,
    body: {
      code?: string;
      title?: string;
      detail?: string;
      errors?: FieldError[];
      findings?: ProblemFinding[];
    },
  ) {
    const title = body.title ?? fallbackTitle(status);
    super(title);
    this.name = 'ApiProblem';
    this.status = status;
    this.code = body.code ?? `HTTP_${status}`;
    this.title = title;
    this.detail = body.detail;
    this.errors = body.errors ?? [];
    this.findings = body.findings ?? [];
  }

  /** A retry with the same content may succeed: nothing was decided about it. */
  get undecided(): boolean {
    return this.status === 0 || this.status >= 500 || this.status === 429;
  }

  /** Message for the field at this JSON pointer, for example `/parties/0/idNumber`. */
  errorAt(path: string): string | undefined {
    return this.errors.find((error) => error.path === path)?.message;
  }
}

function fallbackTitle(status: number): string {
  if (status === 0) return '没有连接上服务器';
  if (status === 401) return '请先登录';
  if (status === 403) return '您没有权限查看或办理';
  if (status === 404) return '没有找到';
  if (status === 412) return '内容已被更新';
  if (status === 413) return '文件太大';
  if (status === 429) return '操作太频繁，请稍候再试';
  return status >= 500 ? '系统暂时无法处理' : '请求没有被接受';
}

/** Anything thrown, as a problem that can be shown. */
export function asProblem(error: unknown): ApiProblem {
  if (error instanceof ApiProblem) return error;
  return new ApiProblem(0, {
    code: localCodes.unreadable,
    title: '页面出了差错',
    detail: '请刷新页面再试。已填写的内容保存在本机，不会丢失。',
  });
}
