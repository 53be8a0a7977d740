import * as z from 'zod/mini';

/** A text of at most so many characters: more than any real one has; what is longer is refused before anybody looks at it. */
export const text = (most: number) => z.string().check(z.maxLength(most));
export const username = () => text(512);
export const password = () => text(1024);
/** What is answered, by its question's id. */
export const answers = () => z.record(z.string().check(z.regex(/^[a-z0-9-]{1,64}$/)), text(512));
/** What is typed into the search form, by attribute. */
export const details = () => z.record(z.string().check(z.regex(/^[A-Za-z][A-Za-z0-9-]{0,63}$/)), text(512));
/** What administrators have people asked for, by its id: an attribute's name may have capitals. */
export const prompted = () => z.record(z.string().check(z.regex(/^[A-Za-z0-9-]{1,64}$/)), text(512));
/** Every form of a page: the anti-forgery token, and nothing that is not listed. */
export const form = <Fields extends Record<string, z.ZodMiniType>>(fields: Fields) =>
  z.strictObject({ token: z.optional(text(128)), ...fields });
/** A field of such a form; a browser may send it empty, or not at all. */
export const field = (most: number) => z._default(text(most), '');
/** A form whose fields are named by what administrators set up; its token is among them. */
export const openForm = () => z.record(text(80), text(512));
/** What a browser answers about a passkey, as a page's form carries it. */
export const ceremonyField = () => field(14_000);
