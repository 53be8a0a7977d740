import * as z from 'zod';

/** The error options of a schema: what is missing or wrong, and what to write instead. */
export const say = (what: string) => ({
  error: ({ input }: { readonly input?: unknown }) =>
    input === undefined ? `is missing: give ${what}` : `${shown(input)} will not do: give ${what}`,
});

/** A text of a form; `what` says which, with an example. */
export const text = (what: string, form: RegExp = /\S/) => z.string(say(what)).regex(form, say(what));

const shown = (input: unknown): string => {
  const shortened = JSON.stringify(input) ?? String(input);
  return shortened.length > 60 ? `${shortened.slice(0, 57)}…` : shortened;
};
