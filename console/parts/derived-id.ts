const ID = /^[a-z0-9][a-z0-9-]{0,63}$/;

/** An id made of a name: `Sales & Marketing` → `sales-marketing`; another than those taken. */
export function derivedId(name: string, taken: readonly string[]): string {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 56)
    .replace(/^-+|-+$/g, '');
  const root = plain === '' ? 'item' : plain;
  let id = root;
  for (let next = 2; taken.includes(id); next++) id = `${root}-${next}`;
  return id;
}

/** Why a text can't be the id of something new; undefined when it can. */
export function idTrouble(id: string, taken: readonly string[]): string | undefined {
  if (!ID.test(id))
    return 'Use 1 to 64 small letters a to z, digits and hyphens; begin with a letter or a digit.';
  return taken.includes(id)
    ? `“${id}” is taken, also by something archived maybe. Choose another id.`
    : undefined;
}
