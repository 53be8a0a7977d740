import type { Random } from '../ports/random.ts';

// Sizes that divide 256, so that the rest of a byte is drawn evenly; nothing that JSON, LDAP or a shell would escape.
const CAPITALS = 'ABCDEFGHJKLMNPQR';
const SMALL = 'abcdefghjkmnpqrs';
const DIGITS = '23456789';
/** No two letters side by side: no user name, no word of a banned list, can come about by chance. */
const GROUP = [CAPITALS, DIGITS, SMALL, DIGITS, CAPITALS, DIGITS, SMALL, DIGITS];
const GROUPS = 6;

/**
 * A password for a program: 53 characters in six groups, 168 bits of chance, with capitals, small letters, digits and hyphens,
 * so that it passes whatever a domain asks for.
 */
export function randomPassword(random: Pick<Random, 'bytes'>): string {
  const bytes = random.bytes(GROUPS * GROUP.length);
  const group = (start: number): string =>
    GROUP.map((letters, at) => letters.charAt((bytes[start + at] ?? 0) % letters.length)).join('');
  return Array.from({ length: GROUPS }, (_, nth) => group(nth * GROUP.length)).join('-');
}
