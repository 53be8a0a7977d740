import { describe, expect, it } from 'vitest';
import { SEALING, sealTrail } from '../../../domain/trail/seal.ts';
import { aSealedTrail, copyOf, type SealedTrail, sealedIds, verified } from '../../support/sealed-trail.ts';
import { type Death, mortalPorts } from '../../support/mortal-ports.ts';
import { anEvent, DAY, HOUR, MINUTE, NOW } from '../../support/stored-records.ts';

/** Events of the last hours, all settled. */
async function withEvents(count: number, sealed = aSealedTrail()): Promise<SealedTrail> {
  for (let n = 0; n < count; n += 1)
    await sealed.ports.trail.append(
      anEvent({ id: `event-${n}`, at: sealed.ports.clock.now() - HOUR + n * 1000 }),
    );
  return sealed;
}

const check = async ({ ports, files }: SealedTrail) =>
  verified(copyOf(files), (await ports.signer.key()).pem);

describe('sealing the trail', () => {
  it('chains every settled event once, and signs where the chains end', async () => {
    const sealed = await withEvents(50);
    expect(await sealTrail(sealed.ports)).toMatchObject({ sealed: 50, root: { number: 1 } });
    expect(sealedIds(sealed.files).toSorted()).toEqual(
      Array.from({ length: 50 }, (_, n) => `event-${n}`).toSorted(),
    );
    expect(await check(sealed)).toMatchObject({
      faults: [],
      seen: { shards: 4, events: 50, roots: 1, newestRoot: { number: 1, through: NOW - SEALING.settled } },
    });
  });

  it('stops, and says why, at a root that says what is still to come were sealed', async () => {
    const { ports, files } = await withEvents(5);
    await sealTrail(ports);
    const [, first = ''] = [...files].find(([name]) => name.startsWith('roots/')) ?? [];
    const planted = {
      ...JSON.parse(first),
      number: 2,
      prev: ports.digest.sha256(first),
      through: NOW + 3650 * DAY,
    };
    files.set('roots/0000000002.json', `${JSON.stringify(planted)}\n`);
    await expect(sealTrail(ports)).rejects.toThrow('is of a time that has not come');
  });

  it('leaves alone what may still be joined by an event with an earlier moment, until it is settled', async () => {
    const { ports, files } = aSealedTrail();
    await ports.trail.append(anEvent({ at: NOW - MINUTE }));
    expect(await sealTrail(ports)).toMatchObject({ sealed: 0 });
    ports.clock.pass(SEALING.settled);
    expect(await sealTrail(ports)).toMatchObject({ sealed: 1, root: { number: 2 } });
    expect(sealedIds(files)).toHaveLength(1);
  });

  it('writes nothing anew when nothing came, but signs every ten minutes', async () => {
    const sealed = await withEvents(5);
    await sealTrail(sealed.ports);
    const before = sealed.files.size;
    sealed.ports.clock.pass(5 * MINUTE);
    expect(await sealTrail(sealed.ports)).toEqual({ sealed: 0, findings: [] });
    expect(sealed.files.size).toBe(before);
    sealed.ports.clock.pass(5 * MINUTE);
    expect(await sealTrail(sealed.ports)).toMatchObject({ sealed: 0, root: { number: 2 } });
    expect((await check(sealed)).faults).toEqual([]);
  });

  it('seals what came late, by minutes at the next run and by days within hours', async () => {
    const sealed = await withEvents(5);
    const { ports, files } = sealed;
    await sealTrail(ports);
    await ports.trail.append(anEvent({ id: 'late', at: NOW - 30 * MINUTE }));
    await ports.trail.append(anEvent({ id: 'very-late', at: NOW - 2 * DAY }));
    ports.clock.pass(5 * MINUTE);
    await sealTrail(ports);
    expect(sealedIds(files)).toContain('late');
    for (let run = 0; run < 6; run += 1) {
      ports.clock.pass(HOUR);
      await sealTrail(ports);
    }
    expect(sealedIds(files)).toContain('very-late');
    expect(sealedIds(files)).toHaveLength(7);
    expect((await check(sealed)).faults).toEqual([]);
  });

  it('goes back as far as there is a trail when it runs for the first time', async () => {
    const sealed = aSealedTrail();
    for (const days of [390, 300, 200, 100, 1])
      await sealed.ports.trail.append(anEvent({ at: NOW - days * DAY }));
    expect(await sealTrail(sealed.ports)).toMatchObject({ sealed: 5 });
    expect((await check(sealed)).faults).toEqual([]);
  });

  it('divides much into batches', async () => {
    const sealed = await withEvents(3);
    const big = {
      kind: 'self-service-frozen' as const,
      by: 'help-desk' as const,
      reason: 'x'.repeat(300_000),
    };
    for (let n = 0; n < 20; n += 1)
      await sealed.ports.trail.append(anEvent({ id: `big-${n}`, happening: big }));
    sealed.ports.clock.pass(HOUR);
    await sealTrail(sealed.ports);
    for (const text of sealed.files.values()) expect(text.length).toBeLessThan(1_800_000);
    expect((await check(sealed)).seen.events).toBe(23);
    expect((await check(sealed)).faults).toEqual([]);
  });

  it('does not fork and skips nothing when the heads were lost, or set back', async () => {
    const sealed = await withEvents(20);
    await sealTrail(sealed.ports);
    const fresh = aSealedTrail();
    const restored = { ...sealed, ports: { ...sealed.ports, heads: fresh.ports.heads } };
    await sealed.ports.trail.append(anEvent({ id: 'later', at: NOW }));
    sealed.ports.clock.pass(HOUR);
    expect(await sealTrail(restored.ports)).toMatchObject({ sealed: 1 });
    expect(sealedIds(sealed.files)).toHaveLength(21);
    expect((await check(sealed)).faults).toEqual([]);
  });

  it('stops, and seals nothing, when the archive does not hold what was sealed', async () => {
    const sealed = await withEvents(20);
    await sealTrail(sealed.ports);
    const [batch = ''] = [...sealed.files.keys()].filter((name) => name.startsWith('chain/'));
    const text = sealed.files.get(batch) ?? '';
    await sealed.ports.trail.append(anEvent({ id: 'later', at: NOW }));
    sealed.ports.clock.pass(10 * MINUTE);
    sealed.files.delete(batch);
    await expect(sealTrail(sealed.ports)).rejects.toMatchObject({ code: 'trail-broken' });
    sealed.files.set(batch, text.replace(/"hash":"./g, '"hash":"x'));
    await expect(sealTrail(sealed.ports)).rejects.toMatchObject({ code: 'trail-broken' });
    expect(sealedIds(sealed.files)).not.toContain('later');
  });

  it('refuses to go on from a batch that somebody else put in the next one’s place', async () => {
    const sealed = await withEvents(20);
    await sealTrail(sealed.ports);
    const text = sealed.files.get('chain/0/0000000001.jsonl') ?? '';
    sealed.files.set('chain/0/0000000002.jsonl', text);
    await expect(sealTrail(sealed.ports)).rejects.toMatchObject({
      code: 'trail-broken',
      message: expect.stringContaining('chain/0/0000000002.jsonl'),
    });
  });

  it('lets a clock that is set back unsay nothing', async () => {
    const sealed = await withEvents(5);
    await sealTrail(sealed.ports);
    await sealed.ports.trail.append(anEvent({ id: 'late', at: NOW - 10 * MINUTE }));
    sealed.ports.clock.pass(-2 * HOUR);
    await sealTrail(sealed.ports);
    sealed.ports.clock.pass(3 * HOUR);
    await sealTrail(sealed.ports);
    expect(sealedIds(sealed.files)).toHaveLength(6);
    expect((await check(sealed)).faults).toEqual([]);
  });
});

describe('a sealer that dies', () => {
  it.each<Death>(['before', 'after'])(
    '%s any call leaves an archive that the next one goes on with',
    async (death) => {
      let calls = 0;
      for (let last = 1; ; last += 1) {
        const sealed = await withEvents(12);
        const { trail, heads, archive, signer, ...rest } = sealed.ports;
        const mortal = mortalPorts({ trail, heads, archive, signer }, last, death);
        const run = sealTrail({ ...mortal.ports, ...rest }).then(
          () => 'done',
          () => 'dead',
        );
        if ((await Promise.race([run, mortal.died])) === 'done') break;
        calls += 1;
        sealed.ports.clock.pass(5 * MINUTE);
        await sealTrail(sealed.ports);
        expect(sealedIds(sealed.files).toSorted()).toHaveLength(12);
        expect(new Set(sealedIds(sealed.files)).size).toBe(12);
        expect((await check(sealed)).faults).toEqual([]);
      }
      // Five heads, their next files, the newest batches, the trail, four batches with their heads, the root.
      expect(calls).toBeGreaterThan(20);
    },
  );
});

describe('two sealers at once', () => {
  it('seal every event once: one wins, the other goes on from there', async () => {
    for (let offset = 0; offset < 12; offset += 1) {
      const sealed = await withEvents(40);
      const slow = delayed(sealed, offset);
      const results = await Promise.all([sealTrail(sealed.ports), sealTrail(slow)]);
      expect(results.reduce((sum, { sealed: count }) => sum + count, 0)).toBe(40);
      expect(sealedIds(sealed.files)).toHaveLength(40);
      expect(new Set(sealedIds(sealed.files)).size).toBe(40);
      expect((await check(sealed)).faults).toEqual([]);
    }
  });
});

/** The same ports, each call of the archive some turns later. */
function delayed({ ports }: SealedTrail, turns: number): SealedTrail['ports'] {
  const late = async () => {
    for (let turn = 0; turn < turns; turn += 1) await Promise.resolve();
  };
  return {
    ...ports,
    archive: {
      add: async (name, text) => (await late(), ports.archive.add(name, text)),
      read: async (name) => (await late(), ports.archive.read(name)),
    },
  };
}
