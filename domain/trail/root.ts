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

/** The next root, signed, as the archive keeps it; and where the roots end with it. */
export async function nextRoot(
  { signer, digest }: { readonly signer: TrailSigner; readonly digest: Digest },
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
 * Where the roots end with one that is in the archive already. Failure `trail-broken` when it does not continue them, or says that
 * what is still to come is sealed: with such a root nothing would be sealed any more, and nobody told.
 */
export function withRoot(digest: Digest, head: ChainHead, text: string, now: number): ChainHead {
  const root = parsed(text, head.number + 1);
  if (root.through > now)
    throw new Failure('trail-broken', `${rootFile(head.number + 1)} is of a time that has not come`);
  if (root.number !== head.number + 1 || root.prev !== head.hash)
    throw new Failure(
      'trail-broken',
      `${rootFile(head.number + 1)} does not continue the root before (${head.hash})`,
    );
  return { number: root.number, seq: sealedIn(root), hash: digest.sha256(text), at: root.through };
}

function parsed(text: string, number: number): Root {
  try {
    return JSON.parse(text) as Root;
  } catch (cause) {
    throw new Failure('trail-broken', `${rootFile(number)} is no root of the trail`, { cause });
  }
}

const sealedIn = ({ shards }: Root): number => shards.reduce((sum, { seq }) => sum + seq, 0);

/** The name of a root's file in the archive. */
export const rootFile = (number: number): string => `roots/${numbered(number)}.json`;
/** The name of the file with a public key. */
export const keyFile = (fingerprint: string): string => `keys/${fingerprint}.pem`;
