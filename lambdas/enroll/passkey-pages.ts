import {
  MOST_PASSKEYS,
  passkeyRegistration,
  readPasskeyName,
  type PasskeyRegistered,
} from '../../domain/enrollment/register-passkey.ts';
import type { Session } from '../../domain/enrollment/session.ts';
import { passkeyRemovePage } from '../../portal/enroll/passkey-remove-page.tsx';
import { passkeySetupPage } from '../../portal/enroll/passkey-setup-page.tsx';
import type { Problem, ProblemCode } from '../../portal/frame.ts';
import { answerIn, ceremonyAnswers } from '../http/ceremony-answers.ts';
import { slowDown } from '../http/endings.ts';
import { frameOf } from '../http/frame.ts';
import { html, seeOther, type Reply } from '../http/reply.ts';
import type { Request, Routes } from '../http/request.ts';
import type { Edge } from '../http/site.ts';
import type { EnrollNeeds } from './act.ts';
import { afterRegistering } from './after-registering.ts';
import { heldReply } from './held.ts';
import { passkeyActs } from './passkey-act.ts';
import { withinVisit } from './within-visit.ts';

type PasskeyPages = Pick<Routes<'enroll'>, `${'GET' | 'POST'} /enroll/passkey${'' | '/remove/{passkey}'}`>;

/** Why a passkey was not registered: what the page says of it, and the status. */
const REFUSALS = {
  refused: ['passkey-refused', 422],
  'registered-already': ['passkey-already', 409],
  'too-many-passkeys': ['passkey-too-many', 409],
  conflict: ['page-expired', 409],
} as const satisfies Record<
  Exclude<PasskeyRegistered['kind'], 'registered' | 'frozen'>,
  readonly [ProblemCode, number]
>;

/** E6: one's own passkeys: make one and name it, remove one. */
export function passkeyPages(ports: EnrollNeeds, edge: Edge): PasskeyPages {
  const act = passkeyActs(ports, edge);
  const inVisit = withinVisit(ports, edge.site);

  const list = async (
    request: Request,
    session: Session,
    problem?: Problem,
    status = 200,
    name = '',
  ): Promise<Reply> => {
    const { passkeys, options } = await passkeyRegistration(ports, session);
    const full = passkeys.length >= MOST_PASSKEYS;
    const view = { passkeys, name, ...(!full && { options }), ...(problem && { problem }) };
    return html(passkeySetupPage(frameOf(edge.site, request), view), status);
  };

  const toRemove = async (
    request: Request,
    session: Session,
    code?: ProblemCode,
    status = 200,
  ): Promise<Reply> => {
    const { passkeys } = await passkeyRegistration(ports, session);
    const passkey = passkeys.find(({ id }) => id === request.params['passkey']);
    if (!passkey) return seeOther(`${edge.site.basePath}/enroll/passkey`);
    const view = { passkey, ...(code && { problem: { code, field: 'currentPassword' } }) };
    return html(passkeyRemovePage(frameOf(edge.site, request), view), status);
  };

  return {
    'GET /enroll/passkey': (request) => inVisit(request, (session) => list(request, session)),
    'POST /enroll/passkey': (request) =>
      inVisit(request, async (session) => {
        const typed = request.body.name;
        const name = readPasskeyName(typed);
        if (name === undefined)
          return list(request, session, { code: 'passkey-name-too-long', field: 'name' }, 422, typed);
        const answer = answerIn(request.body.answer, ceremonyAnswers.create());
        if (!answer) return list(request, session, { code: 'unreadable' }, 422, typed);
        const { kind } = await act.register(session, answer, name);
        if (kind === 'registered') return afterRegistering(ports, edge.site, session);
        if (kind === 'frozen') return heldReply(ports, edge.site, request, session);
        const [code, status] = REFUSALS[kind];
        return list(request, session, { code }, status, typed);
      }),
    'GET /enroll/passkey/remove/{passkey}': (request) =>
      inVisit(request, (session) => toRemove(request, session)),
    'POST /enroll/passkey/remove/{passkey}': (request) =>
      inVisit(request, async (session) => {
        const { currentPassword } = request.body;
        if (currentPassword === '') return toRemove(request, session, 'current-password-missing', 422);
        const removed = await act.remove(session, request.params['passkey'] ?? '', currentPassword);
        switch (removed.kind) {
          case 'removed':
          case 'not-registered':
            return seeOther(`${edge.site.basePath}/enroll/passkey`);
          case 'wrong-password':
            return toRemove(request, session, 'current-password-wrong', 403);
          case 'throttled':
            return slowDown(frameOf(edge.site, request), removed.retryAt, ports.clock.now());
          case 'conflict':
            return toRemove(request, session, 'page-expired', 409);
          case 'frozen':
            return heldReply(ports, edge.site, request, session);
        }
      }),
  };
}
