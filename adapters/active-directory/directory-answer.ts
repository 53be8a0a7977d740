import { Failure } from '../../domain/failure.ts';
import type { DirectoryAnswer } from '../../domain/ports/directory-answer.ts';
import { describe, type DirectoryError } from './directory-error.ts';

/** What came of one modify: made, refused by the server, or sent without an answer. */
export type ModifyOutcome =
  | { readonly kind: 'done' }
  | { readonly kind: 'refused'; readonly error: DirectoryError }
  | { readonly kind: 'lost' };

type Reason = Extract<DirectoryAnswer, { kind: 'refused' }>['reason'];

/** Win32 errors of a refused change: MS-ERREF 2.2, as seen on Samba and in Windows texts. */
const BY_WIN32: Readonly<Record<string, Reason>> = {
  '0000052D': 'policy',
  '00000056': 'wrong-password',
  '00000775': 'locked',
  '00000005': 'not-permitted',
  '00002098': 'not-permitted',
  '0000208D': 'gone',
  '00002030': 'gone',
};

/**
 * LDAP results that say it without a Win32 error; 19 is Samba's word for "user cannot change password". A referral (10) is
 * not followed: who refers, busy (51) or unavailable (52), has done nothing.
 */
const BY_CODE: Readonly<Record<number, Reason>> = {
  10: 'not-executed',
  19: 'not-permitted',
  32: 'gone',
  50: 'not-permitted',
  51: 'not-executed',
  52: 'not-executed',
};

/**
 * The domain's word for what came of a change. Throws a Failure for a refusal that is nobody's fault but the
 * directory's or ours; nothing was changed then.
 */
export function directoryAnswer(outcome: ModifyOutcome, domainController: string): DirectoryAnswer {
  if (outcome.kind === 'done') return { kind: 'done' };
  if (outcome.kind === 'lost') return { kind: 'unknown' };
  const reason = refusalReason(outcome.error);
  if (reason) return { kind: 'refused', reason };
  throw new Failure(
    'directory-misbehaved',
    `${domainController} refused a change unexpectedly: ${describe(outcome.error)}`,
  );
}

function refusalReason({ code, win32 }: DirectoryError): Reason | undefined {
  const known = win32 === undefined ? undefined : BY_WIN32[win32];
  if (known) return known;
  // An unknown Win32 error beside result 19 is some other constraint: not one to guess a meaning for.
  return win32 !== undefined && code === 19 ? undefined : BY_CODE[code];
}
