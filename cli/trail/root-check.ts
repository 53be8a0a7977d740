import { createHash, createPublicKey, type KeyObject, verify } from 'node:crypto';
import { canonical, objectIn, sha256 } from './canonical.ts';
import type { CopiedFolder, Unread } from './copied-folder.ts';
import type { Fault } from './fault.ts';
import { fileText } from './file-text.ts';

/** Where a shard ended when a root was signed. */
export interface SignedHead {
  readonly shard: number;
  readonly seq: number;
  readonly hash: string;
}

/** A root that is as it was signed. */
export interface Root {
  readonly number: number;
  readonly at: number;
  readonly through: number;
  readonly shards: readonly SignedHead[];
  /** SHA-256 of its file. */
  readonly hash: string;
}

/** The keys that roots may be signed with, by fingerprint. */
export type Keys = ReadonlyMap<string, KeyObject>;

/** Reads public keys (PEM). Throws when one is none, or not on P-256. */
export function keysIn(pems: readonly string[]): Keys {
  return new Map(
    pems.map((pem) => {
      const key = createPublicKey(pem);
      if (key.asymmetricKeyDetails?.namedCurve !== 'prime256v1')
        throw new Error('it is no key on the curve P-256');
      const der = key.export({ format: 'der', type: 'spki' });
      return [createHash('sha256').update(der).digest('hex'), key] as const;
    }),
  );
}

/** The name of a root’s file within the copy. */
export const rootFile = (number: number): string => `roots/${String(number).padStart(10, '0')}.json`;

/** Reads roots, from the first to the last that there is, and tells what is wrong; each that is right is handed on. */
export function rootCheck(folder: CopiedFolder, keys: Keys) {
  let before: { readonly number: number; readonly hash: string | undefined } = {
    number: 0,
    hash: '0'.repeat(64),
  };
  return async (number: number): Promise<{ readonly faults: readonly Fault[]; readonly root?: Root }> => {
    const file = rootFile(number);
    const text = await fileText(folder, file);
    const prev = before.number === number - 1 ? before.hash : undefined;
    before = { number, hash: typeof text === 'string' ? sha256(text) : undefined };
    if (typeof text !== 'string') return { faults: [unreadRoot(file, text)] };
    const read = rootIn(text);
    if (read?.root.number !== number) return { faults: [{ kind: 'root-edited', file }] };
    const why = unsignedBecause(read, keys);
    if (why !== undefined) return { faults: [{ kind: 'root-signature', file, detail: why }] };
    const faults: Fault[] = prev === undefined || read.prev === prev ? [] : [{ kind: 'root-broken', file }];
    return { faults, root: { ...read.root, hash: sha256(text) } };
  };
}

const UNREAD = { missing: 'root-missing', unreadable: 'unreadable', edited: 'root-edited' } as const;

const unreadRoot = (file: string, { unread: detail, as }: Unread): Fault => ({
  kind: UNREAD[as],
  file,
  ...(as !== 'missing' && { detail }),
});

interface ReadRoot {
  readonly root: Omit<Root, 'hash'>;
  readonly prev: unknown;
  readonly key: unknown;
  readonly signature: string;
  readonly signed: string;
}

function rootIn(text: string): ReadRoot | undefined {
  const whole = objectIn(text);
  if (!whole || `${canonical(whole)}\n` !== text) return undefined;
  const { signature, ...signed } = whole;
  const { number, at, through, shards, prev, key, v } = signed;
  if (v !== 1 || typeof signature !== 'string' || !Array.isArray(shards)) return undefined;
  if (!Number.isSafeInteger(number) || !isMoment(at) || !isMoment(through)) return undefined;
  if (!shards.every(isHead)) return undefined;
  const root = { number: Number(number), at, through, shards };
  return { root, prev, key, signature, signed: canonical(signed) };
}

function unsignedBecause({ key, signature, signed }: ReadRoot, keys: Keys): string | undefined {
  if (typeof key !== 'string') return 'it names no key';
  const known = keys.get(key);
  if (!known) return `its key is ${key.slice(0, 64)}`;
  const bytes = Buffer.from(signature, 'base64');
  // What is spelt otherwise decodes to the same bytes.
  if (bytes.toString('base64') !== signature) return 'its signature has another spelling';
  return verify('sha256', Buffer.from(signed), known, bytes)
    ? undefined
    : 'its signature is of something else';
}

/** Epoch milliseconds that a date can be made of. */
const isMoment = (value: unknown): value is number =>
  Number.isSafeInteger(value) && Math.abs(Number(value)) <= 8.64e15;

const isHead = (value: unknown): value is SignedHead => {
  const { shard, seq, hash } = Object(value) as Readonly<Record<string, unknown>>;
  return Number.isSafeInteger(shard) && Number.isSafeInteger(seq) && typeof hash === 'string';
};
