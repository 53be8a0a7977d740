import type { Administrator } from '../policy/configuration.ts';
import type { Role } from '../policy/configuration-document.ts';

/** A signed-in administrator's visit. Roles are those of a minute ago at the most (see `prolongAdminVisit`). */
export interface AdminSession {
  /** SHA-256 of the client's handle. */
  readonly key: string;
  readonly reference: string;
  readonly administrator: Administrator;
  readonly displayName: string;
  readonly roles: readonly Role[];
  /** When the password they signed in with was set, as `Account` has it: another one ends the visit. */
  readonly passwordLastSet: string;
  readonly version: number;
  readonly startedAt: number;
  readonly expiresAt: number;
  readonly source: string;
  readonly ended: boolean;
}
