import { demonstrationGroups } from '../../../local/demonstration-groups.ts';
import type { LookAlike } from '../../../local/directory/look-alike.ts';
import type { LocalDirectory } from '../../../local/local-directory.ts';
import { DOMAIN, type CastMember } from '../../../local/people.ts';

/** The demonstration's domain, at these domain controllers. */
export const demonstrationAt = (
  found: Pick<LocalDirectory, 'urls' | 'ca' | 'people' | 'stop'> & ReturnType<typeof demonstrationGroups>,
): LocalDirectory => ({
  netbiosName: DOMAIN.netbios,
  dnsName: DOMAIN.dns,
  upnSuffixes: DOMAIN.upnSuffixes,
  baseDn: DOMAIN.base,
  dataProxy: { username: DOMAIN.reader.upn, password: DOMAIN.reader.password },
  selfService: { username: DOMAIN.resetter.upn, password: DOMAIN.resetter.password },
  bases: [`${DOMAIN.delegatedOu},${DOMAIN.base}`],
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
