/**
 * Makes a thing when it is first asked for, and the same one from then on. What api.ts names is in every function's bundle:
 * none of them makes schemas that it never reads by.
 */
export function once<T>(make: () => T): () => T {
  let made: { readonly it: T } | undefined;
  return () => (made ??= { it: make() }).it;
}
