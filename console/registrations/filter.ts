import type { Status } from '../../client/client.ts';
import { linkWith, type PlaceQuery } from '../parts/link-with.ts';
import { STATUS_WORDS } from '../parts/status-words.ts';

/** Which people are shown; kept in the address, so that a link shows the same. */
export interface RegistrationFilter {
  readonly status?: Status | undefined;
  /** Id of a user configuration. */
  readonly userConfiguration?: string | undefined;
  /** Distinguished name of an OU. */
  readonly under?: string | undefined;
  /** ISO dates: last changed on or after, and before. */
  readonly since?: string | undefined;
  readonly before?: string | undefined;
}

const isStatus = (text: string | null): text is Status => text !== null && Object.hasOwn(STATUS_WORDS, text);
const isDay = (text: string | null): text is string => text !== null && /^\d{4}-\d\d-\d\d$/.test(text);

/** The filter that an address says; what it cannot mean is left out. */
export function filterOf(query: URLSearchParams): RegistrationFilter {
  const [status, since, before] = [query.get('status'), query.get('since'), query.get('before')];
  return {
    status: isStatus(status) ? status : undefined,
    userConfiguration: query.get('userConfiguration') ?? undefined,
    under: query.get('under') ?? undefined,
    since: isDay(since) ? since : undefined,
    before: isDay(before) ? before : undefined,
  };
}

/** As the address and the API take it. */
export const queryOf = ({
  status,
  userConfiguration,
  under,
  since,
  before,
}: RegistrationFilter): PlaceQuery => ({
  status,
  userConfiguration,
  under,
  since,
  before,
});

export const isFiltered = (filter: RegistrationFilter): boolean =>
  Object.values(queryOf(filter)).some((value) => value !== undefined);

/** The link to the list; with a name, to that person, from where the same list is left. */
export const registrationsLink = (filter: RegistrationFilter, name?: string): string =>
  linkWith(name === undefined ? ['registrations'] : ['registrations', name], queryOf(filter));
