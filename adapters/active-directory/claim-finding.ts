import type { Found } from '../../domain/ports/directory-reader.ts';
import type { Claim } from '../../domain/recovery/claim.ts';
import { readAccount, readNobody } from './account-reading.ts';
import { claimFilter, type ClaimReading } from './claim-filter.ts';
import type { Connection } from './connection.ts';
import type { CheckedDomain } from './domain-settings.ts';
import { text } from './entry.ts';

/** Of an ambiguous claim so many people are named. */
export const MOST_NAMED = 5;

/**
 * Whom a claim names in one domain: one search and one base read, and one more for each filter, also for a claim that names
 * nobody or several: whoever measures must not learn which it was.
 */
export async function findClaimed(
  connection: Connection,
  domain: CheckedDomain,
  claim: Claim,
  reading: ClaimReading & { readonly filters: readonly string[] },
): Promise<Found> {
  const hits = await connection.search(domain.baseDn, {
    scope: 'sub',
    filter: claimFilter(claim, domain, reading),
    attributes: ['sAMAccountName'],
    // Samba ignores it, Windows ends there without complaint; two are enough to know.
    sizeLimit: MOST_NAMED,
  });
  const [hit] = hits;
  if (hit && hits.length === 1) {
    const account = await readAccount(connection, domain, hit.dn, reading.filters);
    return account ? { kind: 'one', account } : { kind: 'none' };
  }
  await readNobody(connection, domain, reading.filters);
  if (hits.length === 0) return { kind: 'none' };
  const names = hits.map((one) => `${domain.netbiosName}\\${text(one, 'sAMAccountName') ?? one.dn}`);
  return { kind: 'ambiguous', names: names.toSorted().slice(0, MOST_NAMED) };
}
