/** The RDNs of a distinguished name, leaf first, lower-cased; a comma behind a backslash separates nothing (RFC 4514 §2.4). */
const relativeNames = (dn: string): readonly string[] =>
  (dn.match(/(?:\\.|[^,\\])+/gsu) ?? []).map((rdn) => rdn.trim().toLowerCase());

/** One spelling for all spellings of a distinguished name; '' for what names nothing. */
export const oneSpelling = (dn: string): string => relativeNames(dn).join(',');

/** Whether `dn` is `base` or lies below it. An empty base holds nothing. */
export function isUnder(dn: string, base: string): boolean {
  const names = relativeNames(dn);
  const above = relativeNames(base);
  return (
    above.length > 0 &&
    names.length >= above.length &&
    above.every((rdn, i) => rdn === names[names.length - above.length + i])
  );
}

/** The domain that a name is of: the `DC=` parts it ends with. */
const domainPart = (dn: string): string => {
  const names = relativeNames(dn);
  return names.slice(names.findLastIndex((name) => !name.startsWith('dc=')) + 1).join(',');
};

/**
 * Whether `dn` is `base` or lies below it in the same domain. The name of a child domain ends with its parent's, and yet what is said
 * of the one is not said of the other.
 */
export const isUnderInDomain = (dn: string, base: string): boolean =>
  isUnder(dn, base) && domainPart(dn) === domainPart(base);
