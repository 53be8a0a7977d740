import type { MethodRemoved } from '../../domain/enrollment/remove-method.ts';
import type { SignedIn } from '../../domain/enrollment/sign-in.ts';
import type { Changed } from '../../domain/recovery/change.ts';
import { frozenProblem, personBusyProblem } from '../http/endings.ts';
import { json, type Reply } from '../http/reply.ts';

/** Makes a problem with a fresh reference. */
export type Refuse = (status: number, code: string, more?: object) => Reply;
/** Makes the problem that says when to come back. */
export type Wait = (retryAt: number) => Reply;

/** What became of a sign-in; the one table from outcomes to statuses and codes. */
export function renderSignIn(signed: SignedIn, refuse: Refuse, wait: Wait): Reply {
  switch (signed.kind) {
    case 'signed-in':
      return json(201, {
        handle: signed.handle,
        displayName: signed.session.displayName,
        expiresAt: new Date(signed.session.expiresAt).toISOString(),
      });
    case 'refused':
      return refuse(403, 'sign-in-refused');
    case 'throttled':
      return wait(signed.retryAt);
    case 'change-first':
      return refuse(403, `password-${signed.because}`);
    case 'obstacle':
      return refuse(403, `account-${signed.obstacle}`, { reference: signed.reference });
  }
}

/** Why a method was not removed. */
export function renderRefusal(
  removed: Exclude<MethodRemoved, { kind: 'removed' | 'frozen' }>,
  refuse: Refuse,
  wait: Wait,
): Reply {
  switch (removed.kind) {
    case 'not-registered':
      return refuse(404, 'method-not-registered');
    case 'wrong-password':
      return refuse(403, 'sign-in-refused');
    case 'throttled':
      return wait(removed.retryAt);
    case 'conflict':
      return refuse(409, 'enrollment-changed-meanwhile');
  }
}

/** What became of a change of a known password. */
export function renderChange(changed: Changed, refuse: Refuse, wait: Wait): Reply {
  switch (changed.kind) {
    case 'refused':
      return refuse(403, 'sign-in-refused');
    case 'throttled':
      return wait(changed.retryAt);
    case 'obstacle':
      return refuse(409, `account-${changed.obstacle}`, { changed: 'no', reference: changed.reference });
    case 'password-refused':
      return refuse(422, 'password-refused', {
        changed: 'no',
        reasons: changed.problems,
        ...(changed.retryAt !== undefined && { retryAt: new Date(changed.retryAt).toISOString() }),
      });
    case 'person-busy':
      return personBusyProblem(changed.reference);
    case 'frozen':
      return frozenProblem(changed.reference);
    case 'unsettled':
      return refuse(503, 'outcome-unknown', { changed: 'unknown' });
    case 'settled': {
      const { result, reason } = changed.outcome;
      if (result === 'done') return json(200, { action: 'change', result, reference: changed.reference });
      if (result === 'unknown') return refuse(503, 'outcome-unknown', { changed: 'unknown' });
      if (reason === 'not-executed') return refuse(503, 'service-problem', { changed: 'no' });
      if (reason === 'policy')
        return refuse(422, 'password-refused', { changed: 'no', reasons: ['password-refused-by-directory'] });
      return refuse(403, reason === 'not-permitted' ? 'account-not-permitted' : 'sign-in-refused', {
        changed: 'no',
      });
    }
  }
}
