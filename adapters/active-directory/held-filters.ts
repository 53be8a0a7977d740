import { filterOf } from './ldap-filter.ts';
import type { Connection } from './connection.ts';
import { refusedFilter } from './refused-filter.ts';

/** Those of the filters (texts) that hold for an object: one base read each, all asked for at once. */
export async function heldFilters(
  connection: Pick<Connection, 'fits'>,
  dn: string,
  filters: readonly string[],
): Promise<readonly string[]> {
  if (filters.length === 0) return [];
  const parsed = filters.map((filter) => filterOf(filter));
  const held = await connection.fits(dn, parsed).catch((error: unknown) => {
    throw refusedFilter(error, filters);
  });
  return filters.filter((_, at) => held[at] === true);
}
