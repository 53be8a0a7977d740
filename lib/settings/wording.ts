import * as z from 'zod';

/** The error options of a schema: what is missing or wrong, and what to write instead. */
export const say = (what: string) => ({
  error: ({ input }: { readonly input?: unknown }) => wanted(input, what),
});

/** A text of a form; `what` says which, with an example. */
export const text = (what: string, form: RegExp = /\S/) => z.string(say(what)).regex(form, say(what));

/** What is said where a schema itself says nothing: what was found, and what to write instead. */
export const plainly: z.core.$ZodErrorMap = (issue) => {
  if (issue.code === 'invalid_type') return wanted(issue.input, KINDS[issue.expected] ?? issue.expected);
  if (issue.code === 'invalid_value')
    return wanted(
      issue.input,
      `${issue.values.length > 1 ? 'one of ' : ''}${issue.values.map((value) => JSON.stringify(value)).join(', ')}`,
    );
  if (issue.code === 'too_small')
    return wanted(issue.input, `no fewer than ${issue.minimum}${MEASURED[issue.origin] ?? ''}`);
  if (issue.code === 'too_big')
    return wanted(issue.input, `no more than ${issue.maximum}${MEASURED[issue.origin] ?? ''}`);
  if (issue.code === 'invalid_union')
    return wanted(issue.input, 'one of the forms that the examples in config/ show');
  return undefined;
};

const wanted = (input: unknown, what: string): string =>
  input === undefined ? `is missing: give ${what}` : `${shown(input)} will not do: give ${what}`;

const KINDS: Readonly<Record<string, string>> = {
  array: 'a list, in [ ]',
  boolean: 'true or false',
  int: 'a whole number',
  number: 'a number',
  object: 'its settings, in { }',
  string: 'a text',
};
const MEASURED: Readonly<Record<string, string>> = { array: ' entries', string: ' characters' };

const shown = (input: unknown): string => {
  const shortened = JSON.stringify(input) ?? String(input);
  return shortened.length > 60 ? `${shortened.slice(0, 57)}…` : shortened;
};
