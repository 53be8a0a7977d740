/**
 * A value as the one JSON text it has: members sorted by name, no spaces (RFC 8785, for names in ASCII). What is undefined is
 * left out. Anybody can make it again: `jq -cS .`
 */
export const canonicalJson = (value: unknown): string => JSON.stringify(sorted(value));

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  // As entries: a member called __proto__ would be lost to an assignment.
  return Object.fromEntries(members.map(([name, member]) => [name, sorted(member)]));
}
