import type { AdminSession } from '../../domain/administration/admin-session.ts';
import { endAdminVisit } from '../../domain/administration/admin-visit.ts';
import {
  signInAdministrator,
  type AdministratorSignedIn,
} from '../../domain/administration/sign-in-administrator.ts';
import { readClaim } from '../../domain/recovery/claim.ts';
import { COOKIES } from '../http/cookies.ts';
import { slowDownProblem } from '../http/endings.ts';
import { problem, type Reply } from '../http/reply.ts';
import type { Request, Routes } from '../http/request.ts';
import type { Edge } from '../http/site.ts';
import type { GuardedRoutes, OpenKey } from './guarded.ts';
import type { AdminNeeds } from './needs.ts';
import { instant, tell } from './tell.ts';

/** Signing in: the one route that is open to everybody the allow-list lets in. */
export function signInRoutes(ports: AdminNeeds, { site, meter }: Edge): Pick<Routes<'admin'>, OpenKey> {
  const answer = (request: Request<OpenKey>, signed: AdministratorSignedIn): Reply => {
    const reference = () => ports.random.reference();
    switch (signed.kind) {
      case 'throttled':
        return slowDownProblem(signed.retryAt, ports.clock.now(), reference());
      case 'refused':
        return problem(401, 'sign-in-refused', reference());
      case 'signed-in': {
        const { handle, session } = signed;
        const view = sessionView(request, session, site);
        if (!request.fromConsole) return tell('POST /api/admin/session', { ...view, handle });
        return tell('POST /api/admin/session', view, { cookies: [{ name: COOKIES.admin, value: handle }] });
      }
    }
  };
  return {
    'POST /api/admin/session': async (request) => {
      const { body, source } = request;
      const claim = readClaim(body.username);
      const signed: AdministratorSignedIn = claim
        ? await signInAdministrator(ports, { claim, password: body.password, source })
        : { kind: 'refused' };
      meter.count(signed.kind === 'signed-in' ? 'AdministratorSignedIn' : 'AdministratorRefused');
      return answer(request, signed);
    },
  };
}

/** Who is signed in, and the way out. */
export const sessionRoutes = (
  ports: AdminNeeds,
  { site }: Edge,
): GuardedRoutes<'GET /api/admin/session' | 'DELETE /api/admin/session'> => ({
  'GET /api/admin/session': (request, session) =>
    tell('GET /api/admin/session', sessionView(request, session, site)),
  'DELETE /api/admin/session': async ({ fromConsole }, session) => {
    await endAdminVisit(ports, session.key);
    const cookies = fromConsole ? [{ name: COOKIES.admin, value: undefined }] : [];
    return tell('DELETE /api/admin/session', { ended: true }, { cookies });
  },
});

const sessionView = (
  { presentation }: Pick<Request, 'presentation'>,
  { administrator, displayName, roles, expiresAt }: AdminSession,
  { version, demo }: Edge['site'],
) => ({
  name: administrator.name,
  displayName,
  roles,
  expiresAt: instant(expiresAt),
  organization: presentation.organization,
  version,
  demo,
});
