import { createContext, use } from 'react';
import type { Api } from '../client/api-types.ts';

/** Who is signed in. */
export type AdminSession = Api['GET /api/admin/session']['reply'];
export type Role = AdminSession['roles'][number];

/** What every screen may know of the visit, and the way out of it. */
export interface Visit {
  readonly session: AdminSession;
  readonly has: (...roles: readonly Role[]) => boolean;
  readonly signOut: () => Promise<void>;
}

export const VisitContext = createContext<Visit | undefined>(undefined);

/** The visit of whoever is signed in; screens are only shown to somebody who is. */
export function useVisit(): Visit {
  const visit = use(VisitContext);
  if (!visit) throw new Error('This screen needs a signed-in administrator');
  return visit;
}

export const visitOf = (session: AdminSession, signOut: () => Promise<void>): Visit => ({
  session,
  has: (...roles) => roles.some((role) => session.roles.includes(role)),
  signOut,
});
