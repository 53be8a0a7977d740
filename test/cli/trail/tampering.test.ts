import { beforeAll, describe, expect, it } from 'vitest';
import { canonical } from '../../../cli/trail/canonical.ts';
import { canonicalJson } from '../../../domain/trail/canonical-json.ts';
import { sealTrail } from '../../../domain/trail/seal.ts';
import { aSealedTrail, copyOf, type SealedTrail, verified } from '../../support/sealed-trail.ts';
import { anEvent, HOUR, MINUTE } from '../../support/stored-records.ts';
import { dice, tampered, TAMPERINGS } from '../../support/tampering.ts';
import * as fc from 'fast-check';

let sealed: SealedTrail;
let pem: string;
let root: { readonly number: number; readonly hash: string };

beforeAll(async () => {
  sealed = aSealedTrail();
  for (let run = 0; run < 5; run += 1) {
    for (let n = 0; n < 11; n += 1)
      await sealed.ports.trail.append(
        anEvent({ id: `event-${run}-${n}`, at: sealed.ports.clock.now() - 20 * MINUTE + n }),
      );
    const { root: signed } = await sealTrail(sealed.ports);
    root = signed ?? root;
    sealed.ports.clock.pass(30 * MINUTE);
  }
  sealed.ports.clock.pass(HOUR);
  root = (await sealTrail(sealed.ports)).root ?? root;
  ({ pem } = await sealed.ports.signer.key());
});

const faultsOf = async (files: ReadonlyMap<string, string>, expected = {}) =>
  (await verified(copyOf(files), pem, expected)).faults;

describe('a copy of the sealed trail', () => {
  it('is intact as it was made', async () => {
    const { faults, seen } = await verified(copyOf(sealed.files), pem, { root });
    expect(faults).toEqual([]);
    expect(seen).toMatchObject({ shards: 4, events: 55, roots: 6, newestRoot: root });
  });

  it('that was tampered with at random, in a thousand ways, is never taken for intact', async () => {
    const kinds = Object.keys(TAMPERINGS);
    const found: Record<string, number> = {};
    const missed: string[] = [];
    let seed = 1;
    for (let done = 0; done < 1000; seed += 1) {
      const kind = kinds[seed % kinds.length] ?? '';
      const copy = tampered(sealed.files, kind, dice(seed));
      if (!copy) continue;
      done += 1;
      found[kind] = (found[kind] ?? 0) + 1;
      if ((await faultsOf(copy, { root })).length === 0) missed.push(`${kind} (seed ${seed})`);
    }
    expect(missed).toEqual([]);
    for (const kind of kinds) expect(found[kind], kind).toBeGreaterThan(30);
  }, 90_000);
});

describe('what is found', () => {
  const SECOND = 'chain/0/0000000002.jsonl';
  const changedIn = (name: string, change: (lines: string[]) => readonly string[]) => {
    const lines = (sealed.files.get(name) ?? '').split('\n').slice(0, -1);
    return new Map(sealed.files).set(
      name,
      change(lines)
        .map((line) => `${line}\n`)
        .join(''),
    );
  };
  const seqOf = (line = '') => (JSON.parse(line) as { readonly seq: number }).seq;
  const firstSeq = () => seqOf((sealed.files.get(SECOND) ?? '').split('\n')[0]);
  const lastFile = (start: string) =>
    [...sealed.files.keys()]
      .filter((name) => name.startsWith(start))
      .toSorted()
      .at(-1) ?? '';

  it('says of an edit which event it is', async () => {
    const files = changedIn(SECOND, (lines) =>
      lines.map((line, n) => (n === 0 ? line.replace('192.0.2.7', '192.0.2.8') : line)),
    );
    expect(await faultsOf(files)).toEqual([
      {
        kind: 'edited',
        file: SECOND,
        shard: 0,
        from: firstSeq(),
        to: firstSeq(),
        detail: 'its hash is of something else',
      },
    ]);
  });

  it('says of a deletion which events are gone', async () => {
    const files = changedIn(SECOND, (lines) => lines.slice(1));
    expect(await faultsOf(files)).toMatchObject([
      { kind: 'missing', shard: 0, from: firstSeq(), to: firstSeq() },
    ]);
  });

  it('says of a deleted file that it is missing, and which events were in it', async () => {
    const files = new Map(sealed.files);
    files.delete(SECOND);
    expect(await faultsOf(files)).toMatchObject([
      { kind: 'missing', file: SECOND },
      { kind: 'missing', shard: 0, from: firstSeq() },
    ]);
  });

  it('says of an end that is cut off how much a root has signed', async () => {
    const files = new Map(sealed.files);
    files.delete(lastFile('chain/0/'));
    expect(await faultsOf(files)).toMatchObject([{ kind: 'truncated', file: 'chain/0/', shard: 0 }]);
  });

  it('tells a chain that was sealed anew from the one that was signed', async () => {
    const kind = 'a chain is sealed anew from an event on';
    const files = tampered(sealed.files, kind, dice(3)) ?? new Map<string, string>();
    const kinds = new Set((await faultsOf(files)).map((fault) => fault.kind));
    expect(kinds).toContain('forked');
  });

  it('sees an end that was cut off with its roots only by what is expected, and says by which', async () => {
    const files =
      tampered(sealed.files, 'everything after a root is cut off', dice(1)) ?? new Map<string, string>();
    expect(await faultsOf(files)).toEqual([]);
    expect(await faultsOf(files, { root })).toMatchObject([
      { kind: 'root-unexpected', file: 'roots/0000000006.json' },
    ]);
    expect(await faultsOf(files, { takenAt: sealed.ports.clock.now() })).toMatchObject([
      { kind: 'root-old' },
    ]);
    expect(await faultsOf(sealed.files, { takenAt: sealed.ports.clock.now() })).toEqual([]);
  });

  it('takes no root for another one of the same number', async () => {
    expect(await faultsOf(sealed.files, { root: { ...root, hash: 'f'.repeat(64) } })).toMatchObject([
      { kind: 'root-unexpected' },
    ]);
  });

  it('names files that are not the trail’s, and what nobody signed', async () => {
    const files = new Map(sealed.files)
      .set('chain/0/notes.txt', 'x')
      .set('roots/0000000000.json', '{}')
      .set('keys/a.pem', pem);
    files.delete(lastFile('roots/'));
    files.delete(lastFile('roots/').replace('6', '5'));
    const kinds = (await faultsOf(files)).map(({ kind, file }) => `${kind} ${file}`);
    expect(kinds.slice(0, 3)).toEqual([
      'stranger chain/0/notes.txt',
      'stranger roots/0000000000.json',
      'stranger keys/a.pem',
    ]);
    expect(new Set(kinds.slice(3).map((text) => text.split(' ')[0]))).toEqual(new Set(['unsigned']));
  });

  it('trusts no other key, and no folder without roots', async () => {
    const other = (await aSealedTrail().ports.signer.key()).pem;
    const { faults } = await verified(copyOf(sealed.files), other);
    expect(faults.filter(({ kind }) => kind === 'root-signature')).toHaveLength(6);
    expect(await faultsOf(new Map())).toMatchObject([{ kind: 'root-missing', file: 'roots/' }]);
  });
});

it('who seals and who verifies write JSON alike, each with code of its own', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(canonical(value)).toBe(canonicalJson(value));
    }),
  );
});
