import { linkWith } from '../parts/link-with.ts';
import { KIND_WORDS } from './kind-words.ts';

/** What is searched for in the trail; empty fields do not matter. Kept in the address. */
export interface TrailSearch {
  /** ISO dates: from the beginning of that day on, and before the beginning of that day; in UTC. */
  readonly from: string;
  readonly to: string;
  /** A user name. */
  readonly username: string;
  /** What somebody read out: of a page, an e-mail or an error. */
  readonly reference: string;
  readonly kinds: readonly string[];
}

export const EVERYTHING: TrailSearch = { from: '', to: '', username: '', reference: '', kinds: [] };

const dayIn = (text: string | null): string => (text !== null && /^\d{4}-\d\d-\d\d$/.test(text) ? text : '');

/** The search that an address says; what it cannot mean is left out. */
export const searchOf = (query: URLSearchParams): TrailSearch => ({
  from: dayIn(query.get('from')),
  to: dayIn(query.get('to')),
  username: query.get('username')?.trim() ?? '',
  reference: query.get('reference')?.trim() ?? '',
  kinds: (query.get('kinds') ?? '').split(',').filter((kind) => Object.hasOwn(KIND_WORDS, kind)),
});

/** As the address and the API take it; what is empty is undefined. */
export function queryOf({ from, to, username, reference, kinds }: TrailSearch) {
  const given = (text: string) => (text.trim() === '' ? undefined : text.trim());
  return {
    from: given(from),
    to: given(to),
    username: given(username),
    reference: given(reference),
    kinds: given(kinds.join(',')),
  };
}

export const isSearched = (search: TrailSearch): boolean =>
  Object.values(queryOf(search)).some((value) => value !== undefined);

export const trailLink = (search: TrailSearch): string => linkWith(['trail'], queryOf(search));
