import { ROLES, type Role } from '../policy/configuration-document.ts';
import { groupsWithRole, type Configuration } from '../policy/configuration.ts';
import type { Account } from '../ports/account.ts';

/** The roles an account has by its groups (tokenGroups: nested and primary ones too), in the house's order; pure. */
export function rolesOf({ groups }: Pick<Account, 'groups'>, configuration: Configuration): readonly Role[] {
  const held = new Set(groups);
  return ROLES.filter((role) =>
    groupsWithRole(configuration, role).some(({ sid }) => held.has(sid.toUpperCase())),
  );
}
