import { createHash, createPublicKey } from 'node:crypto';
import type { CopiedFolder } from './copied-folder.ts';
import type { Fault } from './fault.ts';

const BATCH = /^(\d{10})\.jsonl$/;
const ROOT = /^(\d{10})\.json$/;
const SHARD = /^(0|[1-9]\d{0,5})$/;

/** What there is to look at, by the names of files. */
export interface Standing {
  readonly shards: readonly { readonly shard: number; readonly newest: number }[];
  readonly newestRoot: number;
}

/** Goes through the names, and remembers the highest only. */
export async function standingOf(folder: CopiedFolder): Promise<Standing> {
  const shards: { shard: number; newest: number }[] = [];
  for await (const name of folder.names('chain'))
    if (SHARD.test(name))
      shards.push({ shard: Number(name), newest: await newest(folder, `chain/${name}`, BATCH) });
  return {
    shards: shards.toSorted((one, other) => one.shard - other.shard),
    newestRoot: await newest(folder, 'roots', ROOT),
  };
}

async function newest(folder: CopiedFolder, within: string, form: RegExp): Promise<number> {
  let highest = 0;
  for await (const name of folder.names(within))
    highest = Math.max(highest, Number(form.exec(name)?.[1] ?? 0));
  return highest;
}

/** What lies among the files of the trail and is none, and keys that are not what they are called. */
export async function* strangersIn(folder: CopiedFolder): AsyncGenerator<Fault> {
  for await (const name of folder.names('chain')) {
    if (!SHARD.test(name)) yield { kind: 'stranger', file: `chain/${name}` };
    else yield* notOf(folder, `chain/${name}`, BATCH);
  }
  yield* notOf(folder, 'roots', ROOT);
  for await (const name of folder.names('keys'))
    if ((await keyName(folder, name)) !== name) yield { kind: 'stranger', file: `keys/${name}` };
}

async function* notOf(folder: CopiedFolder, within: string, form: RegExp): AsyncGenerator<Fault> {
  for await (const name of folder.names(within))
    if (Number(form.exec(name)?.[1] ?? 0) === 0) yield { kind: 'stranger', file: `${within}/${name}` };
}

/** What a key's file must be called; undefined when it is no key, or not as it is written. */
async function keyName(folder: CopiedFolder, name: string): Promise<string | undefined> {
  const pem = await folder.text(`keys/${name}`);
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
