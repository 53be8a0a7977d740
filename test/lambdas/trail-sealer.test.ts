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
    journal: { info: (message, fields) => void journal.push([message, fields]), error: () => undefined },
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
});
