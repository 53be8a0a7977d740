import type { GroupRef } from '../domain/policy/audience.ts';
import type { LocalDirectory } from './local-directory.ts';
import { type CastDomain, DOMAIN } from './people.ts';

type NamedGroups = Pick<LocalDirectory, 'blockedGroups' | 'administrators' | 'access'>;

/** The groups of the demonstration domain that its policy names. */
export const NAMED_GROUPS: readonly string[] = [DOMAIN.blockedGroup, ...Object.values(DOMAIN.roleGroups)];

/** Whom the demonstration blocks, and who administers it, by the SIDs the groups have in this directory. */
export function demonstrationGroups(sidOf: (name: string) => string): NamedGroups {
  const ref = refIn(DOMAIN, sidOf);
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

/** Whom the demonstration blocks in a further domain. Who administers is of the first one alone. */
export const furtherGroups = (domain: CastDomain, sidOf: (name: string) => string): NamedGroups => ({
  blockedGroups: refIn(domain, sidOf)(domain.blockedGroup),
  administrators: [],
});

const refIn =
  ({ netbios }: CastDomain, sidOf: (name: string) => string) =>
  (name: string): readonly GroupRef[] => [{ name: `${netbios}\\${name}`, sid: sidOf(name) }];
