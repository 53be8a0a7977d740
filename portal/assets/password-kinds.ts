/**
 * How many of the five kinds of characters a password has, as Active Directory counts them: capital letters, small
 * letters, digits, symbols, and letters without capitals (MS-SAMR 3.1.1.7.2; three are enough). Only a preview while typing; the
 * directory decides.
 */
export const passwordKinds = (password: string): number =>
  [/\p{Lu}/u, /\p{Ll}/u, /[0-9]/, /[~!@#$%^&*_\-+=`|\\(){}[\]:;"'<>,.?/]/, /\p{Lo}/u].filter((kind) =>
    kind.test(password),
  ).length;
