import { Failure } from '../failure.ts';
import { type ChainHead, ROOTS } from '../ports/chain-heads.ts';
import type { Ports } from '../ports/index.ts';
import { rootFile, withRoot } from './root.ts';
import { BEGINNING } from './sealed-event.ts';

/** Where roots are noted, the archive they are in, and whose signatures count. */
export type RootNeeds = Pick<Ports, 'heads' | 'archive' | 'signer' | 'digest' | 'clock'>;

/**
 * Where the signed roots end in the archive; what was not noted of them is. Only what our key has signed counts, itself or by a later
 * root that continues it: so roots by a key before ours are gone on from. Throws Failure `trail-broken` at one that nobody vouches for.
 */
export async function rootsEnd(ports: RootNeeds): Promise<ChainHead> {
  let vouched = await notedRoot(ports);
  let end = vouched;
  for (;;) {
    const text = await ports.archive.read(rootFile(end.number + 1));
    if (text === undefined) break;
    const { head, ours } = await withRoot(ports, end, text, ports.clock.now());
    end = head;
    if (!ours) continue;
    // Refused, another sealer has noted it.
    await ports.heads.advance(ROOTS, vouched.number, head);
    vouched = head;
  }
  if (end.number === vouched.number) return end;
  throw new Failure(
    'trail-broken',
    `${rootFile(vouched.number + 1)} is signed by another key than ours, and no root of ours continues it`,
  );
}

/** The root that is noted, which must be in the archive: from a note alone, a chain could be begun that no file stands behind. */
async function notedRoot({ heads, archive, digest }: RootNeeds): Promise<ChainHead> {
  const noted = (await heads.find(ROOTS)) ?? BEGINNING;
  if (noted.number === 0) return noted;
  const file = rootFile(noted.number);
  const text = await archive.read(file);
  if (text === undefined) throw new Failure('trail-broken', `${file} is noted, and not in the archive`);
  if (digest.sha256(text) !== noted.hash)
    throw new Failure('trail-broken', `${file} is another one than the root that is noted (${noted.hash})`);
  return noted;
}
