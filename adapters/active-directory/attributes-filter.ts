import { AndFilter, EqualityFilter, type Filter } from 'ldapts';
import { Failure } from '../../domain/failure.ts';
import { isPerson } from './claim-filter.ts';

/** As the configuration has them (RFC 4512 §1.4): no option, no OID. */
const ATTRIBUTE = /^[A-Za-z][A-Za-z0-9-]{0,59}$/;

/**
 * Fits a person all of whose attributes have the given values. Values go as they are into an equality match, where nothing
 * stands for anything else: an asterisk is an asterisk. Throws Failure `directory-misbehaved` for a name that is no attribute's,
 * and when nothing or something blank is given, which would fit everybody, or whom one cannot tell.
 */
export function attributesFilter(given: Readonly<Record<string, string>>): Filter {
  const pairs = Object.entries(given);
  const wrong = pairs.length === 0 || pairs.some(([name, value]) => !ATTRIBUTE.test(name) || value === '');
  if (wrong)
    throw new Failure(
      'directory-misbehaved',
      `The attributes ${Object.keys(given).join(', ').slice(0, 100)} cannot be compared: give the name of each, and a value`,
    );
  return new AndFilter({
    filters: [isPerson(), ...pairs.map(([attribute, value]) => new EqualityFilter({ attribute, value }))],
  });
}
