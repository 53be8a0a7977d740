/**
 * The five kinds of characters of "Password must meet complexity requirements": capital letters, small letters, the digits 0 to 9,
 * symbols (these alone: neither currency signs such as € nor blanks), and letters that are neither capital nor small, most of Asia's.
 */
const KINDS = [
  /\p{Lu}/u,
  /\p{Ll}/u,
  /[0-9]/,
  /[~!@#$%^&*_\-+=`|\\(){}[\]:;"'<>,.?/]/,
  // Not ª, º and the like, which are letters of neither case by category and small ones by property: a Samba AD takes them for small.
  /(?![\p{Lowercase}\p{Uppercase}])[\p{Lt}\p{Lm}\p{Lo}]/u,
];

/** As many of the five as Active Directory asks for (MS-SAMR 3.1.1.7.2). */
export const KINDS_NEEDED = 3;

/**
 * How many of the five kinds of characters a password has. Where Windows is not documented the stricter reading: it looks at single
 * UTF-16 units, of which no half of a pair is a letter. Pure; portal/assets/password-kinds.ts says the same to the browser.
 */
export function passwordKinds(password: string): number {
  const units = password.replace(/[\u{10000}-\u{10FFFF}]/gu, '');
  return KINDS.filter((kind) => kind.test(units)).length;
}
