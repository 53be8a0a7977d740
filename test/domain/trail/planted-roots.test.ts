import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../../domain/trail/canonical-json.ts';
import { ROOTS } from '../../../domain/ports/chain-heads.ts';
import { sealTrail } from '../../../domain/trail/seal.ts';
import { aSealedTrail, type SealedTrail } from '../../support/sealed-trail.ts';
import { anEvent, HOUR, MINUTE, NOW } from '../../support/stored-records.ts';

const FIRST = 'roots/0000000001.json';
const SECOND = 'roots/0000000002.json';
type RootOf = Readonly<Record<string, unknown>>;

/** A trail with one root, and ten minutes gone since. */
async function signedOnce(): Promise<SealedTrail> {
  const sealed = aSealedTrail();
  await sealed.ports.trail.append(anEvent({ at: NOW - HOUR }));
  await sealTrail(sealed.ports);
  sealed.ports.clock.pass(10 * MINUTE);
  return sealed;
}

/** The root that would come second, signed by whoever is given. */
async function second(
  { ports, files }: SealedTrail,
  by = ports.signer,
  change: RootOf = {},
): Promise<string> {
  const first = files.get(FIRST) ?? '';
  const { signature: _, ...root } = JSON.parse(first) as RootOf;
  const { fingerprint } = await by.key();
  const body = {
    ...root,
    number: 2,
    prev: ports.digest.sha256(first),
    through: NOW,
    key: fingerprint,
    ...change,
  };
  return `${canonicalJson({ ...body, signature: await by.sign(canonicalJson(body)) })}\n`;
}

const broken = (why: string) => ({ code: 'trail-broken', message: expect.stringContaining(why) as unknown });

describe('a root in the archive that was not noted', () => {
  it('is gone on from when our key has signed it', async () => {
    const sealed = await signedOnce();
    sealed.files.set(SECOND, await second(sealed));
    await sealed.ports.trail.append(anEvent({ at: NOW }));
    expect(await sealTrail(sealed.ports)).toMatchObject({ sealed: 1, root: { number: 3 } });
  });

  it('stops the sealing when its signature is of something else, or spelt otherwise, and nothing is sealed behind it', async () => {
    const sealed = await signedOnce();
    const right = await second(sealed);
    await sealed.ports.trail.append(anEvent({ at: NOW }));
    const before = sealed.files.size;
    for (const planted of [
      right.replace(/"through":\d+/, `"through":${NOW - 1}`),
      right.replace(/"signature":"[^"]+"/, '"signature":"AAAA"'),
      right.replace(/"signature":"([^"]+?)=*"/, '"signature":" $1"'),
      right.replace(/,"signature":"[^"]+"/, ''),
    ]) {
      expect(planted).not.toBe(right);
      sealed.files.set(SECOND, planted);
      await expect(sealTrail(sealed.ports)).rejects.toMatchObject(
        broken(`${SECOND} is not signed by the key`),
      );
    }
    for (const planted of [right.replace('{', '{ '), right.trim(), 'null\n', '{}\n', 'x']) {
      sealed.files.set(SECOND, planted);
      await expect(sealTrail(sealed.ports)).rejects.toMatchObject(broken(SECOND));
    }
    expect(sealed.files.size).toBe(before + 1);
  });

  it('stops the sealing when another key has signed it, until a root of ours continues it', async () => {
    const sealed = await signedOnce();
    const stranger = aSealedTrail().ports.signer;
    const planted = await second(sealed, stranger);
    sealed.files.set(SECOND, planted);
    await expect(sealTrail(sealed.ports)).rejects.toMatchObject(broken('signed by another key than ours'));
    expect(await sealed.ports.heads.find(ROOTS)).toMatchObject({ number: 1 });
    const third = await second(sealed, sealed.ports.signer, {
      number: 3,
      prev: sealed.ports.digest.sha256(planted),
    });
    sealed.files.set('roots/0000000003.json', third);
    sealed.ports.clock.pass(20 * MINUTE);
    expect(await sealTrail(sealed.ports)).toMatchObject({ root: { number: 4 } });
  });
});

describe('a signing key that is changed', () => {
  it('goes on from the roots of the one before, also when all that was noted is lost', async () => {
    const sealed = await signedOnce();
    const fresh = aSealedTrail().ports;
    const changed = { ...sealed.ports, signer: fresh.signer };
    expect(await sealTrail(changed)).toMatchObject({ root: { number: 2 } });
    sealed.ports.clock.pass(10 * MINUTE);
    expect(await sealTrail({ ...changed, heads: fresh.heads })).toMatchObject({ root: { number: 3 } });
  });
});

describe('the root that is noted', () => {
  it('must be in the archive, and be that one: a note alone begins no chain', async () => {
    const sealed = await signedOnce();
    const { heads } = sealed.ports;
    const noted = await heads.find(ROOTS);
    if (!noted) throw new Error('nothing is noted');
    await heads.advance(ROOTS, 1, { ...noted, number: 9, at: NOW });
    await expect(sealTrail(sealed.ports)).rejects.toMatchObject(broken('is noted, and not in the archive'));
    await heads.advance(ROOTS, 9, { ...noted, hash: 'f'.repeat(64) });
    await expect(sealTrail(sealed.ports)).rejects.toMatchObject(broken(`${FIRST} is another one`));
  });
});
