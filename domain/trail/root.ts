import { Failure } from '../failure.ts';
import type { ChainHead } from '../ports/chain-heads.ts';
import type { Digest } from '../ports/digest.ts';
import type { TrailSigner } from '../ports/trail-signer.ts';
import { canonicalJson } from './canonical-json.ts';
import { ARCHIVE_VERSION, numbered } from './sealed-event.ts';

/** What a root says: where every shard ends, and that nothing is missing before `through`. */
export interface Root {
  readonly v: typeof ARCHIVE_VERSION;
  readonly number: number;
  /** When it was signed. Epoch milliseconds, as `through`. */
  readonly at: number;
  /** Every event of before this moment that had come to the trail by then is sealed. */
  readonly through: number;
  /** SHA-256 of the file of the root before, signature included; zeros for the first. */
  readonly prev: string;
  readonly shards: readonly {
    readonly shard: number;
    readonly batch: number;
    readonly seq: number;
    readonly hash: string;
  }[];
  /** The fingerprint of the key that signed. */
  readonly key: string;
}

/** What makes a root, and tells one of ours. */
interface RootHands {
  readonly signer: TrailSigner;
  readonly digest: Digest;
}

/** The next root, signed, as the archive keeps it; and where the roots end with it. */
export async function nextRoot(
  { signer, digest }: RootHands,
  before: ChainHead,
  shards: readonly ChainHead[],
  { at, through }: Pick<Root, 'at' | 'through'>,
): Promise<{ readonly text: string; readonly head: ChainHead }> {
  const { fingerprint } = await signer.key();
  const root: Root = {
    v: ARCHIVE_VERSION,
    number: before.number + 1,
    at,
    through,
    prev: before.hash,
    shards: shards.map(({ number, seq, hash }, shard) => ({ shard, batch: number, seq, hash })),
    key: fingerprint,
  };
  const signature = await signer.sign(canonicalJson(root));
  const text = `${canonicalJson({ ...root, signature })}\n`;
  return { text, head: { number: root.number, seq: sealedIn(root), hash: digest.sha256(text), at: through } };
}

/**
 * Where the roots end with one that is in the archive already, and whether our key has signed it; another one may have, before ours.
 * Failure `trail-broken` when it does not continue them, is not what our key signed, or says that what is still to come is sealed: with
 * such a root nothing would be sealed any more, and nobody told.
 */
export async function withRoot(
  { signer, digest }: RootHands,
  head: ChainHead,
  text: string,
  now: number,
): Promise<{ readonly head: ChainHead; readonly ours: boolean }> {
  const file = rootFile(head.number + 1);
  const broken = (why: string): Failure => new Failure('trail-broken', `${file} ${why}`);
  const { signature, ...root } = parsed(text, file);
  if (root.through > now) throw broken('is of a time that has not come');
  if (root.number !== head.number + 1 || root.prev !== head.hash)
    throw broken(`does not continue the root before (${head.hash})`);
  const ours = root.key === (await signer.key()).fingerprint;
  if (ours && !(await signer.signed(canonicalJson(root), signature)))
    throw broken('is not signed by the key that it names, which is ours');
  const end = { number: root.number, seq: sealedIn(root), hash: digest.sha256(text), at: root.through };
  return { head: end, ours };
}

/** A root as its file says it; only in the one spelling that it has. */
function parsed(text: string, file: string): Root & { readonly signature: string } {
  try {
    const root = JSON.parse(text) as Root & { readonly signature: string };
    if (Array.isArray(root.shards) && text === `${canonicalJson(root)}\n`) return root;
  } catch (cause) {
    throw new Failure('trail-broken', `${file} is no root of the trail`, { cause });
  }
  throw new Failure('trail-broken', `${file} is not written as a root of the trail is`);
}

const sealedIn = ({ shards }: Root): number => shards.reduce((sum, { seq }) => sum + seq, 0);

/** The name of a root's file in the archive. */
export const rootFile = (number: number): string => `roots/${numbered(number)}.json`;
/** The name of the file with a public key. */
export const keyFile = (fingerprint: string): string => `keys/${fingerprint}.pem`;
