import { ResultCodeError } from 'ldapts';
import { Failure } from '../../domain/failure.ts';
import { describe, type DirectoryError, readDirectoryError } from './directory-error.ts';

/** noSuchObject and invalidDNSyntax (RFC 4511 §4.1.9). */
const NO_OBJECT = new Set([32, 34]);
/** busy and unavailable: a domain controller that starts or stops. Another one may do. */
const PASSING = new Set([51, 52]);

/** Nothing, for an object that is not there, or whose name cannot be one; throws any other error again. */
export function noSuchObject(error: unknown): undefined {
  if (!(error instanceof ResultCodeError) || !NO_OBJECT.has(error.code)) throw error;
}

/** What the server said to a bind it refused; throws again what is no such answer. */
export function refusedBind(error: unknown): DirectoryError {
  if (error instanceof ResultCodeError && !PASSING.has(error.code)) return readDirectoryError(error);
  throw error;
}

/** The Failure behind an operation that changes nothing: the server answered, or it did not. */
export function readFailure(url: string, error: unknown): Failure {
  if (error instanceof ResultCodeError && !PASSING.has(error.code))
    return new Failure('directory-misbehaved', `${url} answered ${describe(readDirectoryError(error))}`, {
      cause: error,
    });
  const why = error instanceof Error ? error.message : 'for an unknown cause';
  return new Failure('directory-unreachable', `${url} gave no answer: ${why}`, { cause: error });
}
