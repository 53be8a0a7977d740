import {
  passkeyRegistration,
  readPasskeyName,
  type PasskeyRegistered,
} from '../../domain/enrollment/register-passkey.ts';
import type { Session } from '../../domain/enrollment/session.ts';
import { BadRequest } from '../http/bad-request.ts';
import { slowDownProblem } from '../http/endings.ts';
import { json, problem, type Reply } from '../http/reply.ts';
import type { Routes } from '../http/request.ts';
import type { Edge } from '../http/site.ts';
import type { EnrollNeeds } from './act.ts';
import { heldProblem } from './held.ts';
import { renderRefusal } from './json-replies.ts';
import { passkeyActs } from './passkey-act.ts';
import { withinJsonVisit } from './within-json-visit.ts';

type PasskeyJson = Pick<
  Routes<'enroll'>,
  `${'GET' | 'PUT'} /api/enrollment/passkey` | 'DELETE /api/enrollment/passkey/{passkey}'
>;

/** Why a passkey was not registered, as a status and a code. */
const REFUSALS = {
  refused: [422, 'passkey-refused'],
  'registered-already': [409, 'passkey-registered-already'],
  'too-many-passkeys': [409, 'too-many-passkeys'],
  conflict: [409, 'enrollment-changed-meanwhile'],
} as const satisfies Record<
  Exclude<PasskeyRegistered['kind'], 'registered' | 'frozen'>,
  readonly [number, string]
>;

/** The JSON face of one's own passkeys. */
export function passkeyJson(ports: EnrollNeeds, edge: Edge): PasskeyJson {
  const act = passkeyActs(ports, edge);
  const inVisit = withinJsonVisit(ports);
  const refuse = (status: number, code: string) => problem(status, code, ports.random.reference());
  const wait = (retryAt: number) => slowDownProblem(retryAt, ports.clock.now(), ports.random.reference());

  const shown = async (session: Session): Promise<Reply> => {
    const { passkeys, options } = await passkeyRegistration(ports, session);
    const named = passkeys.map(({ id, name, registeredAt, backedUp }) => ({
      id,
      name,
      registeredAt: new Date(registeredAt).toISOString(),
      backedUp,
    }));
    return json(200, { passkeys: named, options });
  };

  return {
    'GET /api/enrollment/passkey': (request) => inVisit(request, shown),
    'PUT /api/enrollment/passkey': (request) =>
      inVisit(request, async (session) => {
        const name = readPasskeyName(request.body.name ?? '');
        if (name === undefined) throw new BadRequest('field-too-long', 'name');
        const { kind } = await act.register(session, request.body.answer, name);
        if (kind === 'registered') return shown(session);
        if (kind === 'frozen') return heldProblem(ports, session);
        const [status, code] = REFUSALS[kind];
        return refuse(status, code);
      }),
    'DELETE /api/enrollment/passkey/{passkey}': (request) =>
      inVisit(request, async (session) => {
        const removed = await act.remove(session, request.params['passkey'] ?? '', request.body.password);
        if (removed.kind === 'removed') return shown(session);
        if (removed.kind === 'frozen') return heldProblem(ports, session);
        return renderRefusal(removed, refuse, wait);
      }),
  };
}
