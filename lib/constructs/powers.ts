import type { FunctionName } from '../../lambdas/environment.ts';
import { ADMINISTRATION_POWERS } from './powers/administration-powers.ts';
import { BACKGROUND_POWERS } from './powers/background-powers.ts';
import type { Grant } from './powers/grant.ts';
import { PORTAL_POWERS } from './powers/portal-powers.ts';

/**
 * What each function may do (docs/architecture.md, "Powers"). The list in its handler.ts says the same, and a test holds the
 * synthesized role against it.
 */
export const POWERS: Readonly<Record<FunctionName, Grant>> = {
  ...PORTAL_POWERS,
  ...ADMINISTRATION_POWERS,
  ...BACKGROUND_POWERS,
};
