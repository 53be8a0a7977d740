import { createHash, createPublicKey } from 'node:crypto';
import type { CopiedFolder } from './copied-folder.ts';
import type { Fault } from './fault.ts';
import { fileText } from './file-text.ts';

const BATCH = /^(\d{10})\.jsonl$/;
const ROOT = /^(\d{10})\.json$/;
/** There are four; each that there is costs a little memory. */
const SHARD = /^(0|[1-9]\d{0,2})$/;
const FOLDERS: readonly string[] = ['chain', 'roots', 'keys'];

/** What there is to look at: the numbers in the names of files, from the lowest to the highest. */
export interface Standing {
  readonly shards: readonly { readonly shard: number; readonly batches: readonly number[] }[];
  readonly roots: readonly number[];
}

/** Goes through all names and answers what there is; tells what lies among them and is none of the trail's, and keys that are not what they are called. */
export async function* standingIn(folder: CopiedFolder): AsyncGenerator<Fault, Standing> {
  yield* otherwiseSpelt(folder);
  const shards: { shard: number; batches: readonly number[] }[] = [];
  for (const shard of yield* numbersIn(folder, 'chain', SHARD))
    shards.push({ shard, batches: yield* numbersIn(folder, `chain/${shard}`, BATCH) });
  const roots = yield* numbersIn(folder, 'roots', ROOT);
  for await (const name of named(folder, 'keys'))
    if (typeof name !== 'string') yield name;
    else if ((await keyName(folder, name)) !== name) yield { kind: 'stranger', file: `keys/${name}` };
  return { shards, roots };
}

/** Folders that some systems would take for the trail's, and others not. */
async function* otherwiseSpelt(folder: CopiedFolder): AsyncGenerator<Fault> {
  for await (const name of named(folder, ''))
    if (typeof name !== 'string') yield name;
    else if (!FOLDERS.includes(name) && FOLDERS.includes(name.toLowerCase()))
      yield { kind: 'stranger', file: name, detail: `the trail has ${name.toLowerCase()}/` };
}

async function* numbersIn(
  folder: CopiedFolder,
  within: string,
  form: RegExp,
): AsyncGenerator<Fault, readonly number[]> {
  const numbers: number[] = [];
  for await (const name of named(folder, within)) {
    if (typeof name !== 'string') yield name;
    else {
      const [, digits] = form.exec(name) ?? [];
      if (digits === undefined || (form !== SHARD && Number(digits) === 0))
        yield { kind: 'stranger', file: `${within}/${name}` };
      else numbers.push(Number(digits));
    }
  }
  return numbers.sort((one, other) => one - other);
}

/** The names in a folder, or that it cannot be looked into: names that are passed over would make a copy look older than it is. */
async function* named(folder: CopiedFolder, within: string): AsyncGenerator<string | Fault> {
  try {
    yield* folder.names(within);
  } catch (cause) {
    yield { kind: 'unreadable', file: `${within}/`, detail: (cause as Error).message };
  }
}

/** What a key's file must be called; undefined when it is no key, or not as it is written. */
async function keyName(folder: CopiedFolder, name: string): Promise<string | undefined> {
  const pem = await fileText(folder, `keys/${name}`);
  if (typeof pem !== 'string') return undefined;
  try {
    const key = createPublicKey(pem);
    if (key.export({ format: 'pem', type: 'spki' }) !== pem) return undefined;
    const der = key.export({ format: 'der', type: 'spki' });
    return `${createHash('sha256').update(der).digest('hex')}.pem`;
  } catch {
    return undefined;
  }
}
