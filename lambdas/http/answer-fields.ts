import { BadRequest } from './bad-request.ts';

/** The `answer.<question>` fields of a form, by question; any other field but the token is refused. */
export function answerFields(form: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const answers: Record<string, string> = {};
  for (const [name, value] of Object.entries(form)) {
    const id = /^answer\.([a-z0-9-]{1,64})$/.exec(name)?.[1];
    if (id !== undefined) answers[id] = value;
    else if (name !== 'token') throw new BadRequest('field-unknown', name.slice(0, 64));
  }
  return answers;
}
