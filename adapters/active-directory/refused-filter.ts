import { Failure } from '../../domain/failure.ts';

/** The Failure of a search by filters that the server refused, with their texts in it; any other error as it is. */
export function refusedFilter(error: unknown, filters: readonly string[]): unknown {
  if (!(error instanceof Failure) || error.code !== 'directory-misbehaved') return error;
  const which = filters.length === 1 ? `the LDAP filter ${filters[0]}` : `one of ${filters.join(' ')}`;
  return new Failure(
    'directory-misbehaved',
    `${error.message} (to ${which}); correct that filter in the user configuration`,
    { cause: error },
  );
}
