import * as z from 'zod/mini';
import { field, text } from './fields.ts';

/** What an identity provider leads back with (OAuth 2.0 §4.1.2, RFC 9207); whatever else it adds is nobody's business here. */
const RETURNED = { code: 4096, state: 512, iss: 2048, error: 256 } as const;
/** The same as the fields of a page’s form. */
export const fieldsReturned = () => ({
  code: field(RETURNED.code),
  state: field(RETURNED.state),
  iss: field(RETURNED.iss),
  error: field(RETURNED.error),
});
/** The same in the address. `lang` and whatever a provider adds may stand there too. */
export const fieldsInAddress = () => z.object(fieldsReturned());
/** The same as JSON; what the provider left out may be left out. */
export const returned = () =>
  z.object({
    code: z.optional(text(RETURNED.code)),
    state: text(RETURNED.state),
    iss: z.optional(text(RETURNED.iss)),
    error: z.optional(text(RETURNED.error)),
  });
