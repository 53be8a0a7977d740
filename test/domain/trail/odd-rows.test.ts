import { describe, expect, it } from 'vitest';
import type { TrailEvent } from '../../../domain/trail/event.ts';
import { sealTrail } from '../../../domain/trail/seal.ts';
import type { OddRow, TrailRow } from '../../../domain/trail/trail-row.ts';
import { aSealedTrail, copyOf, sealedIds, verified } from '../../support/sealed-trail.ts';
import { anEvent, DAY, HOUR, MINUTE, NOW } from '../../support/stored-records.ts';

/** A trail whose rows are whatever a test puts there. */
function withRows() {
  const sealed = aSealedTrail();
  const rows: TrailRow[] = [];
  const at = (row: TrailRow) => ('odd' in row ? row.odd.at : row.event.at);
  const ports = {
    ...sealed.ports,
    trail: {
      async *rows(from: number, to: number) {
        yield* rows
          .filter((row) => at(row) >= from && at(row) < to)
          .toSorted((one, other) => at(one) - at(other));
      },
    },
  };
  const { files } = sealed;
  return {
    ports,
    files,
    put: (...events: readonly TrailEvent[]) => void rows.push(...events.map((event) => ({ event }))),
    putOdd: (row: Partial<OddRow>) => void rows.push({ odd: { ...ODD, ...row } }),
    /** Every line of the archive. */
    lines: () =>
      [...files]
        .filter(([name]) => name.startsWith('chain/'))
        .flatMap(([, text]) => text.split('\n').slice(0, -1))
        .map((line) => JSON.parse(line) as { readonly time: string; readonly event: TrailEvent }),
    faults: async () => (await verified(copyOf(files), (await ports.signer.key()).pem)).faults,
  };
}

const ODD: OddRow = {
  reason: 'malformed',
  key: '2026-11-22#1 2026-11-22T09:00:00.000Z#x',
  at: NOW - HOUR / 2,
  detail: 'event.person',
  content: { pk: '2026-11-22#1', event: { at: 'no number', 10: 'x' } },
};

describe('two events of one id', () => {
  it('are both sealed, and told at each run that sees them, though the forged one is of an earlier moment', async () => {
    const { ports, put, lines, faults } = withRows();
    const real = anEvent({ id: 'one', at: NOW - 20 * MINUTE });
    const forged = anEvent({ id: 'one', at: NOW - 30 * MINUTE, source: '203.0.113.66' });
    put(real, forged);
    const twofold = { kind: 'twofold', id: 'one', moments: [forged.at, real.at] };
    expect(await sealTrail(ports)).toMatchObject({ sealed: 2, findings: [twofold] });
    expect(lines().map(({ event }) => event)).toEqual([forged, real]);
    expect(await faults()).toMatchObject([{ kind: 'twofold', from: 2, to: 2 }]);
    ports.clock.pass(5 * MINUTE);
    expect(await sealTrail(ports)).toMatchObject({ sealed: 0, findings: [twofold] });
  });

  it('are both sealed when the second comes after the first was', async () => {
    const { ports, put, lines } = withRows();
    const forged = anEvent({ id: 'one', at: NOW - 30 * MINUTE });
    const real = anEvent({ id: 'one', at: NOW - MINUTE });
    put(forged);
    expect(await sealTrail(ports)).toMatchObject({ sealed: 1, findings: [] });
    put(real);
    ports.clock.pass(5 * MINUTE);
    expect(await sealTrail(ports)).toMatchObject({ sealed: 1, findings: [{ kind: 'twofold', id: 'one' }] });
    expect(lines().map(({ event }) => event)).toEqual([forged, real]);
  });

  it('are what an event is, too, that was changed after it had been sealed', async () => {
    const { ports, put, lines } = withRows();
    const event = anEvent({ id: 'one', at: NOW - 30 * MINUTE });
    const changed = { ...event, source: '203.0.113.66' };
    put(event);
    await sealTrail(ports);
    // The row as it is read from now on: without what it was.
    const later = {
      ...ports,
      trail: {
        rows: async function* () {
          yield { event: changed };
        },
      },
    };
    const { findings } = await sealTrail(later);
    expect(findings).toEqual([{ kind: 'twofold', id: 'one', moments: [event.at, event.at] }]);
    expect(lines().map(({ event: sealed }) => sealed)).toEqual([event, changed]);
  });

  it('are one event where they say the same, in whatever order', async () => {
    const { ports, put } = withRows();
    const event = anEvent({ id: 'one', at: NOW - 30 * MINUTE });
    put(event, Object.fromEntries(Object.entries(event).toReversed()) as unknown as TrailEvent);
    expect(await sealTrail(ports)).toMatchObject({ sealed: 1, findings: [] });
  });
});

describe('a row that is no event', () => {
  it('is sealed with all that it held, once, and told at each run that sees it; the others are sealed', async () => {
    const { ports, files, put, putOdd, lines, faults } = withRows();
    put(...[1, 2, 3].map((n) => anEvent({ id: `event-${n}`, at: NOW - 40 * MINUTE + n * 10 * MINUTE })));
    putOdd({});
    const found = { kind: 'malformed', key: ODD.key, detail: 'event.person' };
    expect(await sealTrail(ports)).toMatchObject({ sealed: 4, findings: [found] });
    const [kept] = lines().filter(({ event }) => !event.id.startsWith('event-'));
    expect(kept).toMatchObject({
      time: new Date(ODD.at).toISOString(),
      event: { happening: { kind: 'odd-row', reason: 'malformed', key: ODD.key, content: ODD.content } },
    });
    ports.clock.pass(5 * MINUTE);
    expect(await sealTrail(ports)).toMatchObject({ sealed: 0, findings: [found] });
    expect(sealedIds(files)).toHaveLength(4);
    expect(await faults()).toEqual([]);
  });

  it('is sealed anew when it holds something else', async () => {
    const { ports, putOdd, lines } = withRows();
    putOdd({});
    await sealTrail(ports);
    putOdd({ content: { pk: 'something else' } });
    ports.clock.pass(5 * MINUTE);
    const { sealed, findings } = await sealTrail(ports);
    expect([sealed, findings.map(({ kind }) => kind)]).toEqual([1, ['malformed', 'malformed']]);
    expect(lines()).toHaveLength(2);
  });

  it('is sealed once, however far its event’s moment is from where it stands', async () => {
    const { ports, files } = withRows();
    // What stood misplaced before such rows were known: an event of years ago, seen at every run.
    const old = { event: anEvent({ id: 'old', at: NOW - 900 * DAY }) };
    const seen = {
      ...ports,
      trail: {
        rows: async function* () {
          yield old;
        },
      },
    };
    for (let run = 0; run < 3; run += 1) {
      await sealTrail(seen);
      ports.clock.pass(5 * MINUTE);
    }
    expect(sealedIds(files)).toEqual(['old']);
  });
});
