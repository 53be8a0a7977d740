import { demonstrationGroups, furtherGroups } from '../../../local/demonstration-groups.ts';
import type { LookAlike } from '../../../local/directory/look-alike.ts';
import type { LocalDirectory } from '../../../local/local-directory.ts';
import { DOMAIN, SECOND_DOMAIN, type CastDomain, type CastMember } from '../../../local/people.ts';

/** The demonstration's domain, at these domain controllers. */
export const demonstrationAt = (
  found: Pick<LocalDirectory, 'urls' | 'ca' | 'people' | 'stop'> & ReturnType<typeof demonstrationGroups>,
  domain: CastDomain = DOMAIN,
): LocalDirectory => ({
  netbiosName: domain.netbios,
  dnsName: domain.dns,
  upnSuffixes: domain.upnSuffixes,
  baseDn: domain.base,
  dataProxy: { username: domain.reader.upn, password: domain.reader.password },
  selfService: { username: domain.resetter.upn, password: domain.resetter.password },
  bases: [`${domain.delegatedOu},${domain.base}`],
  ...found,
});

/** The embedded directory with these people in it. */
export const embedded = (lookAlike: LookAlike, people: readonly CastMember[]): LocalDirectory =>
  demonstrationAt({
    urls: [lookAlike.url],
    ca: lookAlike.ca,
    ...demonstrationGroups((name) => lookAlike.sidOf(name)),
    people,
    stop: () => lookAlike.stop(),
  });

/** The second domain with these people in it. */
export const secondEmbedded = (lookAlike: LookAlike, people: readonly CastMember[]): LocalDirectory =>
  demonstrationAt(
    {
      urls: [lookAlike.url],
      ca: lookAlike.ca,
      ...furtherGroups(SECOND_DOMAIN, (name) => lookAlike.sidOf(name)),
      people,
      stop: () => lookAlike.stop(),
    },
    SECOND_DOMAIN,
  );
