import type { Errand } from '../../domain/ports/outbox.ts';
import type { EnrollmentChange } from '../../domain/ports/enrollment-store.ts';

/** An unsent errand is kept this long at least: the mail service may be down. */
export const ERRAND_KEPT_MS = 7 * 24 * 60 * 60_000;

/** The errand that carries the notice of a change; the change's trail event names it, so that there is one. */
export const noticeErrand = ({ next, event, notice }: EnrollmentChange): Errand => ({
  id: event.id,
  person: next.person,
  message: notice,
  forgottenAt: event.at + ERRAND_KEPT_MS,
});
