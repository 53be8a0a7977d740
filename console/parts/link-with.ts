import { linkTo } from '../hash.ts';

/** What stands behind `?` in a place; what is undefined is left out. */
export type PlaceQuery = Readonly<Record<string, string | undefined>>;

/** The link to a place with a filter: `#/registrations?status=never`. */
export function linkWith(parts: readonly string[], query: PlaceQuery): string {
  const there = Object.entries(query).filter(
    (pair): pair is [string, string] => pair[1] !== undefined && pair[1] !== '',
  );
  const link = linkTo(...parts);
  return there.length === 0 ? link : `${link}?${new URLSearchParams(there).toString()}`;
}

/** Goes there in place of where we are: a filter that is changed is not a step back to. */
export const goInstead = (link: string): void => globalThis.location.replace(link);
