import { holdOn, type Hold, type HoldNeeds } from '../../domain/enrollment/hold.ts';
import type { Session } from '../../domain/enrollment/session.ts';
import { heldPage } from '../../portal/enroll/held-page.tsx';
import type { RouteKey } from '../api.ts';
import { frameOf } from '../http/frame.ts';
import { html, problem, type Reply } from '../http/reply.ts';
import type { Request } from '../http/request.ts';
import type { Site } from '../http/site.ts';

/** What a visitor may do however their changes are held up: look, and leave. */
const CHANGES_NOTHING: ReadonlySet<RouteKey> = new Set<RouteKey>([
  'GET /enroll/methods',
  'GET /enroll/done',
  'POST /enroll/sign-out',
  'GET /api/enrollment',
  'DELETE /api/enrollment/session',
]);

/** Told before a form is filled in or a code is sent; the change itself is guarded in its transaction (keep.ts). */
const holdBefore = async (
  ports: HoldNeeds,
  { key }: Pick<Request, 'key'>,
  { person }: Session,
): Promise<Hold | undefined> => (CHANGES_NOTHING.has(key) ? undefined : holdOn(ports, person));

type Shown = Pick<Request, 'key' | 'presentation' | 'formToken' | 'path'>;

/** The page that says why nothing can be changed now; undefined when it can. */
export async function heldUp(
  ports: HoldNeeds,
  site: Site,
  request: Shown,
  session: Session,
): Promise<Reply | undefined> {
  const hold = await holdBefore(ports, request, session);
  return hold && pageOf(site, request, session, hold);
}

/** The same as problem details. */
export async function heldUpJson(
  ports: HoldNeeds,
  request: Pick<Request, 'key'>,
  session: Session,
): Promise<Reply | undefined> {
  const hold = await holdBefore(ports, request, session);
  return hold && problemOf(session, hold);
}

/** A hold that ended between the refusal and this look is told as what it was: one can come back. */
const holdNow = async (ports: HoldNeeds, { person }: Session): Promise<Hold> =>
  (await holdOn(ports, person)) ?? { kind: 'after-reset', until: ports.clock.now() };

/** The page for `frozen`, which a change of a registration answers that was held up only at the last moment. */
export const heldReply = async (
  ports: HoldNeeds,
  site: Site,
  request: Shown,
  session: Session,
): Promise<Reply> => pageOf(site, request, session, await holdNow(ports, session));

/** The same as problem details. */
export const heldProblem = async (ports: HoldNeeds, session: Session): Promise<Reply> =>
  problemOf(session, await holdNow(ports, session));

const pageOf = (site: Site, request: Shown, { reference }: Session, hold: Hold): Reply =>
  html(heldPage(frameOf(site, request), { hold, reference }), 409);

const problemOf = ({ reference }: Session, hold: Hold): Reply => {
  const { reason, until } = holdJson(hold);
  return problem(409, reason, reference, { changed: 'no', ...(until !== undefined && { until }) });
};

/** A hold as JSON clients see it. */
export const holdJson = (hold: Hold): { readonly reason: string; readonly until?: string } => ({
  reason: hold.kind === 'frozen' ? 'self-service-frozen' : 'changes-on-hold',
  ...(hold.kind === 'after-reset' && { until: new Date(hold.until).toISOString() }),
});
