import type { Session } from '../../domain/enrollment/session.ts';
import { readAppCode } from '../../domain/verification/methods/authenticator-app.ts';
import { BadRequest } from '../http/bad-request.ts';
import { json, problem, type Reply } from '../http/reply.ts';
import type { Routes } from '../http/request.ts';
import type { Edge } from '../http/site.ts';
import type { EnrollNeeds } from './act.ts';
import { heldProblem } from './held.ts';
import { overviewJson } from './overview-json.ts';
import { ownThingsActs } from './own-things-act.ts';
import { withinJsonVisit } from './within-json-visit.ts';

type OwnThingsJson = Pick<
  Routes<'enroll'>,
  `PUT /api/enrollment/${'authenticator-app' | 'recovery-code' | 'previous-authentication'}`
>;

/** Why something was not registered, as a status and a code. */
const REFUSALS = {
  wrong: [403, 'proof-wrong'],
  'nothing-to-confirm': [409, 'nothing-to-confirm'],
  'not-offered': [409, 'method-not-offered'],
  conflict: [409, 'enrollment-changed-meanwhile'],
} as const;

/** The JSON face of registering what people keep themselves: an app, recovery codes, a browser. */
export function ownThingsJson(ports: EnrollNeeds, edge: Edge): OwnThingsJson {
  const act = ownThingsActs(ports, edge);
  const inVisit = withinJsonVisit(ports);
  const refuse = (session: Session, kind: keyof typeof REFUSALS | 'frozen'): Reply | Promise<Reply> => {
    if (kind === 'frozen') return heldProblem(ports, session);
    const [status, code] = REFUSALS[kind];
    return problem(status, code, ports.random.reference());
  };

  return {
    'PUT /api/enrollment/authenticator-app': (request) =>
      inVisit(request, async (session) => {
        if (!('code' in request.body)) {
          const begun = await act.beginApp(request, session);
          return begun.kind === 'begun' ? json(200, begun.setUp) : refuse(session, begun.kind);
        }
        const code = readAppCode(request.body.code);
        if (code === undefined) throw new BadRequest('code-unreadable', 'code');
        const { kind } = await act.confirmApp(session, code);
        return kind === 'registered' ? overviewJson(ports, session, request.language) : refuse(session, kind);
      }),
    'PUT /api/enrollment/recovery-code': (request) =>
      inVisit(request, async (session) => {
        const made = await act.makeCodes(session);
        return made.kind === 'registered' ? json(200, { codes: made.codes }) : refuse(session, made.kind);
      }),
    'PUT /api/enrollment/previous-authentication': (request) =>
      inVisit(request, async (session) => {
        const remembered = await act.rememberBrowser(session);
        return remembered.kind === 'registered'
          ? json(200, { browser: remembered.handle })
          : refuse(session, remembered.kind);
      }),
  };
}
