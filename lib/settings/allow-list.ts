import * as z from 'zod';
import { rangeOf } from './addresses.ts';
import { say } from './wording.ts';

/** The widest network that still counts as a list: anything wider is meant as everybody. */
const WIDEST = { ipv4: 8, ipv6: 16 } as const;

/** In characters, of a list as a policy has it twice; with what else stands there, AWS takes 8192. */
const LONGEST = 3500;

/** Who may call something at all, such as `the portal`. Everybody is only ever said in so many words. */
export function allowList(what: string, who: string) {
  const list = `the networks ${who} come from in CIDR notation, or the word 'any'`;
  return z
    .custom<'any' | readonly string[]>(
      (value) =>
        value === 'any' || (Array.isArray(value) && value.every((entry) => typeof entry === 'string')),
      say(list),
    )
    .superRefine((given, context) => {
      if (given === 'any') return;
      if (given.length === 0)
        context.addIssue({
          code: 'custom',
          message: `is empty, so nobody could use ${what}: give ${list}`,
        });
      if (given.map((entry) => `"${entry}",`).join('').length > LONGEST)
        context.addIssue({
          code: 'custom',
          message: `is longer than AWS takes: join neighbouring networks into wider ones, down to about ${Math.floor(LONGEST / 20)} entries`,
        });
      given.forEach((entry, index) => {
        const message = problemOf(entry);
        if (message !== undefined) context.addIssue({ code: 'custom', path: [index], message });
      });
    });
}

function problemOf(entry: string): string | undefined {
  const range = rangeOf(entry);
  if (!range)
    return `"${entry}" is not a network: give it in CIDR notation, such as 198.51.100.0/24 or 198.51.100.7/32`;
  if (range.prefix >= WIDEST[range.family]) return undefined;
  return `"${entry}" lets in more than a list should: narrow it, or write allowList: 'any' when everybody is meant`;
}
