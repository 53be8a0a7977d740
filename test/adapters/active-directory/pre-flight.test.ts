import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { preFlight } from '../../../domain/health/pre-flight.ts';
import { type LookAlike, startLookAlike } from '../../../local/directory/look-alike.ts';
import { manyPeople } from '../../../local/directory/many-people.ts';
import { CAST, DOMAIN } from '../../../local/people.ts';
import { sambaInstalled } from '../../../local/samba/installed.ts';
import { preFlightContract, productOver } from '../../contracts/pre-flight.ts';
import { ownSamba } from '../../directory/own-samba.ts';
import { portsOf, settingsOf } from './ports-of.ts';

const PEOPLE = 10_000;
const readerAt = (url: string, ca: string) =>
  portsOf({ ...settingsOf([url], ca), pageSize: 500, repairAccounts: [DOMAIN.resetter.username] }).reader;

describe('the look-alike', () => {
  let lookAlike: LookAlike | undefined;
  let crowded: LookAlike | undefined;
  beforeAll(async () => {
    lookAlike = await startLookAlike({ cast: CAST });
    crowded = await startLookAlike({ cast: [...CAST, ...manyPeople(PEOPLE)] });
  });
  afterAll(async () => {
    await lookAlike?.stop();
    await crowded?.stop();
  });
  const readerOf = (directory: LookAlike | undefined) => {
    if (!directory) throw new Error('it has not been started');
    return readerAt(directory.url, directory.ca);
  };

  preFlightContract('the look-alike', () => readerOf(lookAlike));

  it('is gone over to the end with ten thousand people in it, each counted once', async () => {
    const small = await productOver(readerOf(lookAlike));
    const { run: cast } = await preFlight(small.ports, Number.POSITIVE_INFINITY);
    const product = await productOver(readerOf(crowded));
    const { kind, run } = await preFlight(product.ports, Number.POSITIVE_INFINITY);
    const people = run.counts.green + run.counts.amber + run.counts.red;
    const others = cast.counts.green + cast.counts.amber + cast.counts.red;
    expect([kind, people - others, run.pages]).toEqual(['finished', PEOPLE, Math.ceil(people / 500)]);
    // Of the crowd nobody has registered anything, and every fiftieth is a blocked contractor.
    expect(run.counts).toEqual({ ...cast.counts, red: cast.counts.red + PEOPLE });
    expect(run.fixes).toEqual({
      ...cast.fixes,
      blocked: (cast.fixes.blocked ?? 0) + PEOPLE / 50,
      'not-enrolled': (cast.fixes['not-enrolled'] ?? 0) + PEOPLE - PEOPLE / 50,
    });
  }, 60_000);
});

describe.skipIf(!sambaInstalled())('Samba AD', () => {
  const samba = ownSamba();
  preFlightContract('Samba AD', () => readerAt(samba().urls[0] ?? '', samba().ca));
});
