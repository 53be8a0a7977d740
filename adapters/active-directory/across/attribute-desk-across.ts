import { Failure } from '../../../domain/failure.ts';
import type { AttributeDesk } from '../../../domain/ports/post-action-desks.ts';
import { attributeDesk } from '../attribute-desk.ts';
import type { JoinedDomain } from './across-domains.ts';

/** Writes attributes in the domains that have an attribute writer, each as its own; Failure `directory-credentials` for any other. */
export function attributeDeskAcross(domains: readonly JoinedDomain[]): AttributeDesk {
  const desks = new Map(
    domains.map(({ settings, credentials }) => [
      settings.netbiosName.toUpperCase(),
      attributeDesk(settings, credentials),
    ]),
  );
  return {
    at: async (person, work) => {
      const desk = desks.get(person.domain);
      if (desk) return desk.at(person, work);
      throw new Failure(
        'directory-credentials',
        `${person.domain} has no attribute writer: add accounts.attributeWriter to its settings`,
      );
    },
  };
}
