import { ACCOUNT_TROUBLES } from './account-troubles.ts';
import { ADMINISTRATORS } from './administrators.ts';
import type { CastMember } from './member.ts';
import { NO_TROUBLE } from './no-trouble.ts';
import { STRANGERS } from './strangers.ts';

/** Everyone, in the order a reader meets them. Usernames are unique. */
export const CAST: readonly CastMember[] = [
  ...NO_TROUBLE,
  ...ACCOUNT_TROUBLES,
  ...STRANGERS,
  ...ADMINISTRATORS,
];
