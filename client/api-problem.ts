import type { Problem } from './api-types.ts';

/** The code of a problem that no answer of the API told: nothing, or something else, answered. */
export const UNREACHABLE = 'unreachable';

/** Why a call was refused or failed: problem details (RFC 9457) with a stable `code` to decide by. */
export class ApiProblem extends Error {
  /** 0 when nothing answered. */
  readonly status: number;
  readonly code: string;
  /** What to read out to the help desk; '' when nothing answered. */
  readonly reference: string;
  /** All of it. */
  readonly problem: Problem;

  constructor(problem: Problem, options?: { readonly cause?: unknown }) {
    super(
      `${problem.status} ${problem.code}${problem.field === undefined ? '' : ` (${problem.field})`}`,
      options,
    );
    this.name = 'ApiProblem';
    this.status = problem.status;
    this.code = problem.code;
    this.reference = problem.reference;
    this.problem = problem;
  }
}

/** The problem of an answer that is none of the API's own: a proxy's, or none at all (status 0). */
export const foreignProblem = (status: number, cause?: unknown): ApiProblem =>
  new ApiProblem(
    { type: 'about:blank', title: 'no answer of the admin API', status, code: UNREACHABLE, reference: '' },
    { cause },
  );
