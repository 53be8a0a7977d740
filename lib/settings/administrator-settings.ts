import * as z from 'zod';
import { text } from './wording.ts';

/** Domain Users, Guests and Computers, and the built-in Users and Guests: everybody, or nearly. */
const EVERYBODY = /^S-1-5-(?:21-\d+-\d+-\d+-51[345]|32-54[56])$/;

const group = z
  .strictObject({
    name: text(
      'the group as Windows names it, such as CORP\\Latchkey Administrators',
      /^[^\\/[\]:;|=,+*?<>"]{1,15}\\[^\\/[\]:;|=,+*?<>"]{1,256}$/,
    ),
    /** What is meant, for good; the name is for people. */
    sid: text(
      "the SID of the group, such as S-1-5-21-1-2-3-1108 (Get-ADGroup 'Latchkey Administrators')",
      /^S-1-5-(?:21-\d+-\d+-\d+|32)-\d+$/,
    ),
  })
  .refine(({ sid }) => !EVERYBODY.test(sid), {
    path: ['sid'],
    message: 'is a group of everybody: make a group for those who administer, and give its SID',
  });

/** Groups whose members, nested ones too, always may administer. */
export const administratorSettings = z
  .array(group, {
    error: ({ input }) =>
      input === undefined ? 'is missing: give at least one group, as { name, sid }' : undefined,
  })
  .min(1, 'is empty, so nobody could administer: give at least one group, as { name, sid }');
