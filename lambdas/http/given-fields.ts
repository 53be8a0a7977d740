import { BadRequest } from './bad-request.ts';

/** The `given.<id>` fields of a form, by id; any other field but the token is refused. */
export function givenFields(form: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const given: Record<string, string> = {};
  for (const [name, value] of Object.entries(form)) {
    const id = /^given\.([A-Za-z0-9-]{1,64})$/.exec(name)?.[1];
    if (id !== undefined) given[id] = value;
    else if (name !== 'token') throw new BadRequest('field-unknown', name.slice(0, 64));
  }
  return given;
}
