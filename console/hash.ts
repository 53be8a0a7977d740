import { useSyncExternalStore } from 'react';

const follow = (changed: () => void) => {
  globalThis.addEventListener('hashchange', changed);
  return () => globalThis.removeEventListener('hashchange', changed);
};

/** Where the console is: the parts of `#/user-configurations/sales`, and what stands behind `?`. */
export interface Place {
  readonly parts: readonly string[];
  readonly query: URLSearchParams;
}

export function placeOf(hash: string): Place {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split('?');
  return {
    parts: path
      .split('/')
      .filter((part) => part !== '')
      .map(decodeURIComponent),
    query: new URLSearchParams(query),
  };
}

/** The place now, and again whenever it changes. */
export const useHash = (): Place => placeOf(useSyncExternalStore(follow, () => globalThis.location.hash));

/** Goes to a place; `go('questions', 'first-pet')`. */
export const go = (...parts: readonly string[]): void => {
  globalThis.location.hash = linkTo(...parts);
};

/** The link to a place. */
export const linkTo = (...parts: readonly string[]): string => `#/${parts.map(encodeURIComponent).join('/')}`;
