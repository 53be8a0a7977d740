import type { GroupRef } from '../domain/policy/audience.ts';
import type { LocalDirectory } from './local-directory.ts';
import { DOMAIN } from './people.ts';

/** The groups of the demonstration domain that its policy names. */
export const NAMED_GROUPS: readonly string[] = [DOMAIN.blockedGroup, ...Object.values(DOMAIN.roleGroups)];

/** Whom the demonstration blocks, and who administers it, by the SIDs the groups have in this directory. */
export function demonstrationGroups(
  sidOf: (name: string) => string,
): Pick<LocalDirectory, 'blockedGroups' | 'administrators' | 'access'> {
  const ref = (name: string): readonly GroupRef[] => [
    { name: `${DOMAIN.netbios}\\${name}`, sid: sidOf(name) },
  ];
  const { administrator, ...others } = DOMAIN.roleGroups;
  return {
    blockedGroups: ref(DOMAIN.blockedGroup),
    administrators: ref(administrator),
    access: {
      'policy-editor': ref(others['policy-editor']),
      'help-desk': ref(others['help-desk']),
      auditor: ref(others.auditor),
    },
  };
}
