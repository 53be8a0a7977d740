import type { FlowPhase } from '../../domain/recovery/flow.ts';
import { anotherChangePage } from '../../portal/endings/another-change-page.tsx';
import { notConfirmedPage } from '../../portal/endings/not-confirmed-page.tsx';
import { slowDownPage } from '../../portal/endings/slow-down-page.tsx';
import { timedOutPage } from '../../portal/endings/timed-out-page.tsx';
import type { Frame } from '../../portal/frame.ts';
import { COOKIES } from './cookies.ts';
import { html, problem, seeOther, type Reply } from './reply.ts';

/** Statuses and codes of flows that take nothing any more; the one table for JSON. */
const CLOSED = {
  gone: { status: 401, code: 'flow-gone' },
  expired: { status: 410, code: 'flow-expired' },
  refused: { status: 403, code: 'flow-refused' },
  executing: { status: 409, code: 'flow-working' },
  done: { status: 409, code: 'flow-done' },
  open: { status: 409, code: 'flow-moved-on' },
} as const satisfies Record<FlowPhase | 'gone', { status: number; code: string }>;

export const closedProblem = (at: FlowPhase | 'gone', reference: string): Reply =>
  problem(CLOSED[at].status, CLOSED[at].code, reference);

/** Where a page leads when its flow takes nothing any more. */
export function closedPage(frame: Frame, at: FlowPhase | 'gone', reference: string): Reply {
  switch (at) {
    case 'executing':
    case 'done':
      return seeOther(`${frame.basePath}/recover/done`);
    case 'refused':
      return html(notConfirmedPage(frame, { reference }), 403);
    case 'open':
      return seeOther(`${frame.basePath}/recover/methods`);
    case 'gone':
    case 'expired':
      return html(timedOutPage(frame), 410, { cookies: [{ name: COOKIES.flow, value: undefined }] });
  }
}

const BUSY_SECONDS = 60;

/** Another change of the same account is under way: nothing was changed, and soon it can be tried again. */
export const personBusyProblem = (reference: string): Reply =>
  problem(
    409,
    'another-change',
    reference,
    { changed: 'no', retryAfterSeconds: BUSY_SECONDS },
    { 'retry-after': String(BUSY_SECONDS) },
  );

/** The same as a page; `again` is where to try again. */
export const personBusyPage = (frame: Frame, view: { again: string; reference: string }): Reply =>
  html(anotherChangePage(frame, view), 409, { headers: { 'retry-after': String(BUSY_SECONDS) } });

/** Self-service is frozen for this person; nothing was changed. Told only to who is proven to be them. */
export const frozenProblem = (reference: string): Reply =>
  problem(409, 'self-service-frozen', reference, { changed: 'no' });

/** Whole seconds until `retryAt`, at least one and at most an hour: who is off for good is told an hour as well. */
const waitSeconds = (retryAt: number, now: number): number =>
  Math.min(3600, Math.max(1, Math.ceil((retryAt - now) / 1000)));

export const slowDownProblem = (retryAt: number, now: number, reference: string): Reply => {
  const seconds = waitSeconds(retryAt, now);
  return problem(
    429,
    'slow-down',
    reference,
    { retryAfterSeconds: seconds },
    { 'retry-after': String(seconds) },
  );
};

export const slowDown = (frame: Frame, retryAt: number, now: number): Reply => {
  const seconds = waitSeconds(retryAt, now);
  return html(slowDownPage(frame, { minutes: Math.ceil(seconds / 60) }), 429, {
    headers: { 'retry-after': String(seconds) },
  });
};
