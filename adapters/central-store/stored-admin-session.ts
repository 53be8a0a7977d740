import * as z from 'zod/mini';
import type { AdminSession } from '../../domain/administration/admin-session.ts';
import { ROLES } from '../../domain/policy/configuration-document.ts';
import type { RecordSchema } from './read-stored.ts';
import { storedAdministrator } from './stored-administrator.ts';

/** One administrator's visit, whole. */
export const storedAdminSession: RecordSchema<AdminSession> = z.looseObject({
  key: z.string(),
  reference: z.string(),
  administrator: storedAdministrator,
  displayName: z.string(),
  roles: z.array(z.enum(ROLES)),
  passwordLastSet: z.string(),
  version: z.number(),
  startedAt: z.number(),
  expiresAt: z.number(),
  source: z.string(),
  ended: z.boolean(),
});
