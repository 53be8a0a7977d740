import { describe, expect, it } from 'vitest';
import { sealRun } from '../../lambdas/trail-sealer/run.ts';
import { emittingMeter } from '../support/emitting.ts';
import { aSealedTrail } from '../support/sealed-trail.ts';
import { anEvent, HOUR, MINUTE, NOW } from '../support/stored-records.ts';

/** A sealer, and all that it tells. */
function telling() {
  const { ports, files } = aSealedTrail();
  const counted: string[] = [];
  const journal: unknown[] = [];
  const run = sealRun(ports, {
    meter: emittingMeter(({ metric, times }) => void counted.push(`${metric} ${times}`)),
    journal: {
      info: (message, fields) => void journal.push([message, fields]),
      error: (message, fields, cause) => void journal.push([message, fields, cause]),
    },
  });
  return { ports, files, counted, journal, run };
}

describe('the sealer of the trail', () => {
  it('counts what it sealed, also nothing, so that silence can ring', async () => {
    const { ports, counted, run } = telling();
    for (let n = 0; n < 3; n += 1) await ports.trail.append(anEvent({ at: NOW - HOUR }));
    expect(await run()).toEqual({ sealed: 3 });
    ports.clock.pass(5 * MINUTE);
    expect(await run()).toEqual({ sealed: 0 });
    expect(counted).toEqual(['TrailSealed 3', 'TrailSigned 1', 'TrailSealed 0']);
  });

  it('writes each root into the journal, which is kept apart from the archive', async () => {
    const { ports, files, journal, run } = telling();
    await run();
    const hash = ports.digest.sha256(files.get('roots/0000000001.json') ?? '');
    expect(journal).toEqual([['trail signed', { root: 1, hash }]]);
  });

  it('counts nothing when it broke off', async () => {
    const { ports, files, counted, run } = telling();
    await ports.trail.append(anEvent({ at: NOW - HOUR }));
    await run();
    for (const name of files.keys()) if (name.startsWith('chain/')) files.delete(name);
    ports.clock.pass(5 * MINUTE);
    await expect(run()).rejects.toMatchObject({ code: 'trail-broken' });
    expect(counted).toEqual(['TrailSealed 1', 'TrailSigned 1']);
  });

  it('tells rows that are none, and events of one id, loudly at each run: by name in the journal, and counted', async () => {
    const { ports, counted, journal, run } = telling();
    const [one, other] = [anEvent({ id: 'one', at: NOW - HOUR }), anEvent({ id: 'one', at: NOW - 2 * HOUR })];
    const odd = {
      reason: 'malformed',
      key: 'a key',
      at: NOW - HOUR,
      detail: 'event.id',
      content: '{}',
    } as const;
    Object.assign(ports.trail, {
      rows: async function* () {
        yield* [
          { event: other },
          { event: one },
          { odd },
          { odd: { ...odd, reason: 'misplaced', key: 'b' } },
        ];
      },
    });
    expect(await run()).toEqual({ sealed: 4 });
    const told = [
      ['odd row of the trail', { reason: 'malformed', key: 'a key', fields: 'event.id' }, TRAIL_BROKEN],
      ['odd row of the trail', { reason: 'misplaced', key: 'b', fields: 'event.id' }, TRAIL_BROKEN],
      [
        'odd row of the trail',
        {
          reason: 'twofold',
          id: 'one',
          moments: [other, one].map(({ at }) => new Date(at).toISOString()).join(', '),
        },
        TRAIL_BROKEN,
      ],
    ];
    expect(journal.slice(1)).toEqual(told);
    const metrics = ['malformed', 'misplaced', 'twofold'].map(() => 'TrailRowOdd 1');
    expect(counted).toEqual(['TrailSealed 4', 'TrailSigned 1', ...metrics]);
    ports.clock.pass(5 * MINUTE);
    expect(await run()).toEqual({ sealed: 0 });
    expect(journal.slice(4)).toEqual(told);
    expect(counted.slice(5)).toEqual(['TrailSealed 0', ...metrics]);
  });

  it('counts every odd row, yet does not fill the journal with a thousand', async () => {
    const { ports, counted, journal, run } = telling();
    Object.assign(ports.trail, {
      rows: async function* () {
        for (let n = 0; n < 1000; n += 1)
          yield { odd: { reason: 'malformed', key: `${n}`, at: NOW - HOUR, detail: 'id', content: '{}' } };
      },
    });
    await run();
    expect(counted).toContain('TrailRowOdd 1000');
    expect(journal).toHaveLength(1 + 100 + 1);
    expect(journal.at(-1)).toEqual(['odd rows of the trail, not written out', { rows: 900 }, TRAIL_BROKEN]);
  });
});

const TRAIL_BROKEN: unknown = expect.objectContaining({ code: 'trail-broken' });
