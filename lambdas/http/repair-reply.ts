import type { Repaired } from '../../domain/recovery/repair.ts';
import type { Flow, Outcome } from '../../domain/recovery/flow.ts';
import { cannotPage, type CannotReason } from '../../portal/endings/cannot-page.tsx';
import { notNowPage } from '../../portal/endings/not-now-page.tsx';
import { problemPage } from '../../portal/endings/problem-page.tsx';
import type { Frame } from '../../portal/frame.ts';
import { closedPage, closedProblem, frozenProblem, personBusyPage, personBusyProblem } from './endings.ts';
import { html, json, problem, seeOther, type Reply } from './reply.ts';

/** What became of an unlock or a reset, as JSON; the one table from domain outcomes to statuses and codes. */
export function repairJson(repaired: Repaired, newReference: () => string): Reply {
  switch (repaired.kind) {
    case 'settled':
      return outcomeJson(repaired.outcome, repaired.flow);
    case 'unsettled':
      return problem(503, 'outcome-unknown', repaired.flow.reference, { changed: 'unknown' });
    case 'working':
      return closedProblem('executing', repaired.flow.reference);
    case 'person-busy':
      return personBusyProblem(repaired.flow.reference);
    case 'frozen':
      return frozenProblem(repaired.flow.reference);
    case 'closed':
      return closedProblem(repaired.phase, newReference());
    case 'not-offered':
      return problem(403, 'action-not-offered', newReference());
    case 'not-proven':
      return problem(403, 'proof-missing', newReference(), {
        missing: repaired.missing.required,
        anyOf: repaired.missing.anyOf,
        anyOfCount: repaired.missing.count,
      });
    case 'spends-used-up':
      return problem(429, 'passwords-used-up', newReference());
    case 'obstacle':
      return problem(409, `account-${repaired.obstacle}`, repaired.flow.reference, { changed: 'no' });
    case 'hindered':
      return problem(409, `not-now-${repaired.because}`, repaired.flow.reference, {
        changed: 'no',
        ...(repaired.until !== undefined && { until: new Date(repaired.until).toISOString() }),
      });
    case 'password-refused':
      return problem(422, 'password-refused', repaired.flow.reference, {
        changed: 'no',
        reasons: repaired.problems,
      });
    case 'password-is-sent':
      return problem(422, 'password-is-sent', repaired.flow.reference, { changed: 'no' });
    case 'no-way-for-password':
      return problem(409, 'no-way-for-password', repaired.flow.reference, { changed: 'no' });
  }
}

function outcomeJson({ action, result, reason }: Outcome, { reference, intent }: Flow): Reply {
  const passwordExpired = action === 'unlock' && intent?.passwordExpired;
  const passwordSent = action === 'reset' && intent?.mustChange;
  if (result === 'done')
    return json(200, {
      action,
      result,
      reference,
      ...(passwordExpired && { passwordExpired }),
      ...(passwordSent && { passwordSent }),
    });
  if (result === 'unknown') return problem(503, 'outcome-unknown', reference, { changed: 'unknown' });
  if (reason === 'policy')
    return problem(422, 'password-refused', reference, {
      changed: 'no',
      reasons: ['password-refused-by-directory'],
    });
  if (reason === 'not-permitted' || reason === 'gone')
    return problem(409, `account-${reason}`, reference, { changed: 'no' });
  return problem(503, 'service-problem', reference, { changed: 'no' });
}

/** The same as a page. `again` shows the new-password form once more; unlocking has none and leads back to the choice. */
export function repairPage(
  frame: Frame,
  repaired: Repaired,
  again: (repaired: Repaired) => Reply | Promise<Reply>,
): Reply | Promise<Reply> {
  const cannot = (reason: CannotReason, reference: string, since?: number) =>
    html(cannotPage(frame, { reason, reference, since }), 409);
  switch (repaired.kind) {
    case 'settled': {
      const { result, reason } = repaired.outcome;
      if (result !== 'unchanged') return seeOther(`${frame.basePath}/recover/done`);
      if (reason === 'not-permitted' || reason === 'gone') return cannot(reason, repaired.flow.reference);
      if (reason === 'policy') return again(repaired);
      return html(problemPage(frame, { changed: 'no', reference: repaired.flow.reference }), 503);
    }
    case 'unsettled':
    case 'working':
      return seeOther(`${frame.basePath}/recover/done`);
    case 'person-busy':
      return personBusyPage(frame, { again: '/recover/action', reference: repaired.flow.reference });
    case 'frozen':
      return cannot('self-service-frozen', repaired.flow.reference);
    case 'closed':
      return closedPage(frame, repaired.phase, '');
    case 'not-offered':
      return cannot('not-offered', '');
    case 'not-proven':
      return seeOther(`${frame.basePath}/recover/methods`);
    case 'obstacle':
      return cannot(repaired.obstacle, repaired.flow.reference, repaired.since);
    case 'hindered':
      return html(notNowPage(frame, repaired), 409);
    case 'no-way-for-password':
      return cannot(repaired.kind, repaired.flow.reference);
    case 'spends-used-up':
    case 'password-is-sent':
    case 'password-refused':
      return again(repaired);
  }
}
