/**
 * One human being, for good. Names, addresses and OUs change and are re-used; the objectGUID is not.
 * `domain` is the NetBIOS name in capitals, `guid` the objectGUID as lower-case dashed hex.
 * A stranger is carried as a person too: one whose guid exists nowhere (see recovery/decoy.ts).
 */
export interface Person {
  readonly domain: string;
  readonly guid: string;
}

/** The one spelling of a person under which counters, enrollments and trail events are kept. */
export const personKey = ({ domain, guid }: Person): string => `${domain}/${guid}`;
