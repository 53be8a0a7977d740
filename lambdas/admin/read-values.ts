import { BadRequest } from '../http/bad-request.ts';

/** A number of the address, brought within its bounds; undefined when none is there. */
export function wholeNumber(
  text: string | undefined,
  { least, most }: { readonly least: number; readonly most: number } = { least: 0, most: 99_999 },
): number | undefined {
  return text === undefined ? undefined : Math.min(most, Math.max(least, Number(text)));
}

/** A day (its beginning, in UTC) or an instant, as epoch milliseconds. Throws BadRequest for a day there is not. */
export function momentIn(text: string | undefined, field: string): number | undefined {
  if (text === undefined) return undefined;
  const at = Date.parse(text);
  // 30 February would be read as 2 March.
  if (Number.isNaN(at) || !new Date(at).toISOString().startsWith(text.slice(0, 10)))
    throw new BadRequest('field-invalid', field);
  return at;
}

/** Whether a text has the form of a distinguished name (RFC 4514), so that the directory can be asked for what is under it. */
export const isDistinguishedName = (text: string): boolean =>
  /^(?:(?:[A-Za-z][\w.-]*)=(?:\\.|[^,\\])+(?:,(?!$)|$))+$/su.test(text) && !/\p{Cc}/u.test(text);
