import { createHash, createPublicKey, type KeyObject, verify } from 'node:crypto';
import { canonical, objectIn, sha256 } from './canonical.ts';
import type { CopiedFolder } from './copied-folder.ts';
import type { Fault } from './fault.ts';

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

/** Reads one root after the other, and tells what is wrong; each that is right is handed on. */
export function rootCheck(folder: CopiedFolder, keys: Keys) {
  let before: string | undefined = '0'.repeat(64);
  return async (number: number): Promise<{ readonly faults: readonly Fault[]; readonly root?: Root }> => {
    const file = rootFile(number);
    const text = await folder.text(file);
    const prev = before;
    before = typeof text === 'string' ? sha256(text) : undefined;
    if (text === undefined) return { faults: [{ kind: 'root-missing', file }] };
    const read = typeof text === 'string' ? rootIn(text) : undefined;
    if (!read || typeof text !== 'string' || read.root.number !== number)
      return { faults: [{ kind: 'root-edited', file }] };
    const why = unsignedBecause(read, keys);
    if (why !== undefined) return { faults: [{ kind: 'root-signature', file, detail: why }] };
    const faults: Fault[] = prev === undefined || read.prev === prev ? [] : [{ kind: 'root-broken', file }];
    return { faults, root: { ...read.root, hash: sha256(text) } };
  };
}

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
  if (!Number.isSafeInteger(number) || !Number.isSafeInteger(at) || !Number.isSafeInteger(through))
    return undefined;
  if (!shards.every(isHead)) return undefined;
  const root = { number: Number(number), at: Number(at), through: Number(through), shards };
  return { root, prev, key, signature, signed: canonical(signed) };
}

function unsignedBecause({ key, signature, signed }: ReadRoot, keys: Keys): string | undefined {
  const known = keys.get(String(key));
  if (!known) return `its key is ${String(key)}`;
  const bytes = Buffer.from(signature, 'base64');
  // What is spelt otherwise decodes to the same bytes.
  if (bytes.toString('base64') !== signature) return 'its signature has another spelling';
  return verify('sha256', Buffer.from(signed), known, bytes)
    ? undefined
    : 'its signature is of something else';
}

const isHead = (value: unknown): value is SignedHead => {
  const { shard, seq, hash } = Object(value) as Readonly<Record<string, unknown>>;
  return Number.isSafeInteger(shard) && Number.isSafeInteger(seq) && typeof hash === 'string';
};
