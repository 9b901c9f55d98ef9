/** One field of a request that cannot be accepted, in words the sender can act on. */
export interface FieldError {
  /** JSON pointer into the request, for example `/parties/0/idNumber`. */
  path: string;
  message: string;
}

/** The law, or other ground, a finding or refusal rests on. `verified: false` means the text was not checked against its source. */
export interface Citation {
  law: string;
  article?: string;
  verified: boolean;
}

/** What a legal rule found, shown as the grounds of a refusal. */
export interface ProblemFinding {
  code: string;
  message: string;
  outcome?: string;
  citation?: Citation;
  [extra: string]: unknown;
}

export interface ProblemDetails {
  detail?: string;
  errors?: FieldError[];
  findings?: ProblemFinding[];
}

/**
 * An answer that is not a success, as a value of the domain (RFC 9457).
 * Thrown anywhere, turned into `application/problem+json` in one place (`http/problems.ts`).
 */
export class Problem extends Error {
  readonly code: string;
  readonly status: number;
  readonly title: string;
  readonly detail: string | undefined;
  readonly errors: FieldError[] | undefined;
  readonly findings: ProblemFinding[] | undefined;

  constructor(code: string, status: number, title: string, details: ProblemDetails = {}) {
    super(`${code}: ${details.detail ?? title}`);
    this.name = 'Problem';
    this.code = code;
    this.status = status;
    this.title = title;
    this.detail = details.detail;
    this.errors = details.errors;
    this.findings = details.findings;
  }

  /** The body of the answer. */
  toJSON(): Record<string, unknown> {
    return {
      type: `urn:hengchan:problem:${this.code}`,
      code: this.code,
      status: this.status,
      title: this.title,
      ...(this.detail === undefined ? {} : { detail: this.detail }),
      ...(this.errors === undefined ? {} : { errors: this.errors }),
      ...(this.findings === undefined ? {} : { findings: this.findings }),
    };
  }
}
