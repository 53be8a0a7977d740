import type { ConfigurationDocument } from '../policy/configuration-document.ts';
import type { DirectoryObject, DirectoryReader } from '../ports/directory-reader.ts';
import { inBatches } from './in-batches.ts';
import type { Mistake } from './mistake.ts';
import { referencesIn, withReferences, type Reference } from './references.ts';

/** Questions put to the directory at once. */
const AT_ONCE = 8;

export interface Resolved {
  /** The document with names and ids as the directory spells them; what was not found stays as it was. */
  readonly document: ConfigurationDocument;
  /** One `not-in-directory` for each place that names what is not there. */
  readonly mistakes: readonly Mistake[];
  /** The same of what is in force already: a leaver on the block list stops nobody from publishing. */
  readonly warnings: readonly string[];
  /** How many references had no id and have one now: what they mean has been seen by nobody yet. */
  readonly filledIn: number;
}

/**
 * Looks up everything a document names in the directory: by id where it has one, else by name. Ids are filled in, names
 * brought up to date. Each thing is asked for once, however often it is named.
 */
export async function resolveReferences(
  directory: Pick<DirectoryReader, 'object'>,
  document: ConfigurationDocument,
  inForce: ConfigurationDocument,
): Promise<Resolved> {
  const references = referencesIn(document);
  const found = await lookUp(directory, references);
  const objectOf = (reference: Reference) => found.get(keyOf(reference));
  const known = new Set(referencesIn(inForce).map(keyOf));
  const missing = references.filter((reference) => !objectOf(reference));
  const isKnown = (one: Reference) => (one.id !== '' || one.kind === 'unit') && known.has(keyOf(one));
  return {
    document: withReferences(document, (reference) => {
      const object = objectOf(reference);
      return object ? { name: object.name, id: object.id } : reference;
    }),
    mistakes: missing.filter((one) => !isKnown(one)).map(notInDirectory),
    warnings: missing
      .filter(isKnown)
      .map(notInDirectory)
      .map(({ message, remedy }) => `${message} ${remedy}`),
    filledIn: references.filter((one) => one.kind !== 'unit' && one.id === '' && objectOf(one)).length,
  };
}

/** Those of some references that the directory has nothing for. Each thing is asked for once, however often it is named. */
export async function goneReferences(
  directory: Pick<DirectoryReader, 'object'>,
  references: readonly Reference[],
): Promise<readonly Reference[]> {
  const found = await lookUp(directory, references);
  return references.filter((reference) => !found.get(keyOf(reference)));
}

const sought = ({ id, name }: Reference): string => id || name;
const keyOf = (reference: Reference): string => `${reference.kind} ${sought(reference).toLowerCase()}`;

async function lookUp(
  directory: Pick<DirectoryReader, 'object'>,
  references: readonly Reference[],
): Promise<ReadonlyMap<string, DirectoryObject | undefined>> {
  const asked = new Map(
    references.filter((one) => sought(one).trim() !== '').map((one) => [keyOf(one), one]),
  );
  const found = new Map<string, DirectoryObject | undefined>();
  const ask = async (reference: Reference) => {
    const object = await directory.object(reference.kind, sought(reference));
    // What stands for an id and is none could be somebody's name: that one is not meant.
    const meant = reference.id === '' || object?.id.toLowerCase() === reference.id.toLowerCase();
    found.set(keyOf(reference), meant ? object : undefined);
  };
  for await (const batch of inBatches(asked.values(), AT_ONCE)) await Promise.all(batch.map(ask));
  return found;
}

const KINDS = { user: 'User', group: 'Group', unit: 'Organizational unit' } as const;

/** What a reference that was not found means, and what to do about it. */
export function notInDirectory({ kind, name, id, path, of }: Reference): Mistake {
  const known = kind !== 'unit' && id !== '';
  return {
    path,
    code: 'not-in-directory',
    message: known
      ? `${KINDS[kind]} "${name}" (${id}) in ${of} is not in the directory any more.`
      : `${KINDS[kind]} "${name}" in ${of} is not in the directory, or the name fits more than one.`,
    remedy: known
      ? 'Take it out. If there is a new one of that name, name it without the id.'
      : kind === 'unit'
        ? 'Give its distinguished name as the directory has it now, or take it out.'
        : 'Check its spelling, as DOMAIN\\name, or take it out.',
  };
}
