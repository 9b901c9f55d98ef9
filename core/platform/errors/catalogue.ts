import { Problem, type ProblemDetails } from './problem.ts';

/** One kind of refusal a room can answer with. `title` and `detail` are Chinese and meant for people. */
export interface ErrorEntry {
  status: number;
  title: string;
  detail?: string;
}

export interface DocumentedError extends ErrorEntry {
  room: string;
  code: string;
}

type Raise = (details?: ProblemDetails) => Problem;

const documented: DocumentedError[] = [];

/**
 * Declares the errors of one room and returns a function for each code that makes the Problem.
 * Codes are unique across the product; a second declaration of the same code throws at start-up.
 */
export function catalogueErrors<Codes extends string>(
  room: string,
  entries: Record<Codes, ErrorEntry>,
): Record<Codes, Raise> {
  const raise = {} as Record<Codes, Raise>;
  for (const [code, entry] of Object.entries(entries) as [Codes, ErrorEntry][]) {
    const known = documented.find((each) => each.code === code);
    if (known) throw new Error(`error code ${code} is declared by ${known.room} and by ${room}`);
    documented.push({ room, code, ...entry });
    raise[code] = (details = {}) =>
      new Problem(code, entry.status, entry.title, {
        ...details,
        ...(details.detail === undefined && entry.detail !== undefined ? { detail: entry.detail } : {}),
      });
  }
  return raise;
}

/** Every error declared by the rooms loaded so far, for documentation and for the test that counts them. */
export function documentedErrors(): readonly DocumentedError[] {
  return documented;
}
