import type { Entry } from 'ldapts';
import { Failure } from '../../domain/failure.ts';
import type { Connection } from './connection.ts';
import { texts } from './entry.ts';

/**
 * All values of an attribute as texts. AD shows at most some 1500 at a time and calls the attribute `memberOf;range=0-1499`
 * then (MS-ADTS 3.1.1.3.1.3.3); the rest is read, a base search for each range, until one ends in `*`.
 */
export async function allTexts(
  connection: Pick<Connection, 'url' | 'readEntry'>,
  entry: Entry,
  attribute: string,
): Promise<readonly string[]> {
  const found = [...texts(entry, attribute)];
  let range = rangeOf(entry, attribute);
  while (range) {
    found.push(...texts(entry, range.name));
    if (range.last === '*') break;
    const name = `${attribute};range=${Number(range.last) + 1}-*`;
    const next = await connection.readEntry(entry.dn, { attributes: [name] });
    const further = next && rangeOf(next, attribute);
    if (!next || !further || further.first !== Number(range.last) + 1)
      throw new Failure(
        'directory-misbehaved',
        `${connection.url} does not show ${name} of ${entry.dn}, so it is not known in which groups they are; look at that object on that domain controller`,
      );
    entry = next;
    range = further;
  }
  return found;
}

function rangeOf(entry: Entry, attribute: string) {
  for (const name of Object.keys(entry)) {
    const [, of, first, last] = /^([\w-]+);range=(\d+)-(\d+|\*)$/i.exec(name) ?? [];
    // ldapts adds the name that was asked for, without values, when the server answers by another.
    const asked = texts(entry, name).length === 0 && last === '*';
    if (of?.toLowerCase() === attribute.toLowerCase() && first !== undefined && last !== undefined && !asked)
      return { name, first: Number(first), last };
  }
  return undefined;
}
