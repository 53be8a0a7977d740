/**
 * How many of the five kinds of characters a password has, as Active Directory counts them: capital letters, small
 * letters, digits, symbols, and letters that are neither (MS-SAMR 3.1.1.7.2; three are enough). To the letter what
 * domain/policy/password-kinds.ts says, which decides; a test holds the two together.
 */
export function passwordKinds(password: string): number {
  const units = password.replace(/[\u{10000}-\u{10FFFF}]/gu, '');
  return [
    /\p{Lu}/u,
    /\p{Ll}/u,
    /[0-9]/,
    /[~!@#$%^&*_\-+=`|\\(){}[\]:;"'<>,.?/]/,
    /(?![\p{Lowercase}\p{Uppercase}])[\p{Lt}\p{Lm}\p{Lo}]/u,
  ].filter((kind) => kind.test(units)).length;
}
