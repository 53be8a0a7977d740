import type { CastMember } from '../../../local/people.ts';

/** Every way in which somebody may be named; all are one claim. */
export const spellingsOf = ({ username, upn }: Pick<CastMember, 'username' | 'upn'>): readonly string[] => [
  username,
  username.toUpperCase(),
  ` ${username} `,
  `${username}\u00a0`,
  username.replaceAll(/[a-z]/g, (letter) => String.fromCodePoint(letter.charCodeAt(0) + 0xfee0)),
  `CORP\\${username}`,
  `corp\\${username.toUpperCase()}`,
  `CORP \\ ${username}`,
  upn,
  upn.toUpperCase(),
  ` ${upn}`,
  upn.replace('@', '\uff20'),
];
