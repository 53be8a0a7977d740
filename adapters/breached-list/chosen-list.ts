import * as z from 'zod/mini';
import type { Failure } from '../../domain/failure.ts';
import type { BreachedPasswords } from '../../domain/ports/breached-passwords.ts';
import { breachedFile } from './breached-file.ts';
import { commonPasswords } from './common-passwords.ts';
import { rangeQuery } from './range-query.ts';

const choice = () =>
  z.union([
    z.literal('common'),
    z.strictObject({ file: z.string().check(z.minLength(1)) }),
    z.strictObject({
      rangeQuery: z.literal(true),
      ifUnreachable: z.enum(['allow', 'refuse']),
      url: z.optional(z.url({ protocol: /^https$/ })),
    }),
  ]);

/**
 * What new passwords are looked up in, as LATCHKEY_BREACHED_PASSWORDS says: `"common"`, `{"file": path}` or `{"rangeQuery": true,
 * "ifUnreachable": "allow" | "refuse", "url"?}`. The common list is looked in first in any case: it knows what is sprayed at Active
 * Directory, and asks nobody. Throws an Error for any other JSON, which stops a function at once.
 */
export function breachedPasswordsFrom(
  json: string,
  onUnreachable?: (trouble: Failure) => void,
): BreachedPasswords {
  const read = choice().safeParse(JSON.parse(json));
  if (!read.success) throw new Error(`LATCHKEY_BREACHED_PASSWORDS is no choice of a list: ${json}`);
  const common = commonPasswords();
  if (read.data === 'common') return common;
  if ('file' in read.data) return firstOf(common, breachedFile(read.data.file));
  const { ifUnreachable, url } = read.data;
  return firstOf(
    common,
    rangeQuery({ ifUnreachable, ...(url !== undefined && { url }), ...(onUnreachable && { onUnreachable }) }),
  );
}

/** Both lists as one; the second is asked only for what the first does not know. */
const firstOf = (first: BreachedPasswords, second: BreachedPasswords): BreachedPasswords => ({
  includes: async (password) => (await first.includes(password)) || second.includes(password),
});
