import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { startLookAlike, type LookAlike } from '../../local/directory/look-alike.ts';
import { controllersOf } from './proofs/controllers.ts';
import { freshPeople, oneAfterTheOther } from './proofs/fresh-people.ts';
import { sceneAt } from './proofs/killed.ts';
import { killEverywhere } from './proofs/kill-everywhere.ts';
import type { Act, StoreFound } from './proofs/work-order.ts';

const people = freshPeople(180);
const next = oneAfterTheOther(people);
let lookAlike: LookAlike;
let second: LookAlike;
let folder = '';

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'latchkey-killed-'));
  [lookAlike, second] = await Promise.all([
    startLookAlike({ cast: people }),
    startLookAlike({ cast: people }),
  ]);
});
afterAll(async () => {
  await Promise.all([lookAlike.stop(), second.stop()]);
  rmSync(folder, { recursive: true, force: true });
});

async function killing(act: Act, store: StoreFound, { careless = false, controllers = [lookAlike] } = {}) {
  const scene = await sceneAt(controllersOf(...controllers), store, folder);
  return killEverywhere(scene, act, () => next().username, careless);
}

describe('a process killed at every await', { timeout: 120_000 }, () => {
  const file = () => ({ kind: 'sqlite', file: join(folder, 'central-store.sqlite') }) as const;

  it('of a reset leaves no change untold, tells of none that was not, and the person gets on', async () => {
    const { points, wrong } = await killing('reset', file());
    expect(wrong).toEqual([]);
    expect(points).toEqual(expect.arrayContaining(['flows.begin', 'bench.reset', 'flows.settle']));
  });

  it('of an unlock likewise', async () => {
    const { points, wrong } = await killing('unlock', file());
    expect(wrong).toEqual([]);
    expect(points).toEqual(expect.arrayContaining(['flows.begin', 'bench.unlock', 'flows.settle']));
  });

  it('of a change of a known password likewise', async () => {
    const { points, wrong } = await killing('change', file());
    expect(wrong).toEqual([]);
    expect(points).toEqual(
      expect.arrayContaining(['flows.open', 'passwords.changePassword', 'flows.settle']),
    );
  });

  it.each([
    ['a reset', 'reset'],
    ['an unlock', 'unlock'],
  ] as const)(
    'of %s in a domain of two domain controllers likewise, and changes one of them once',
    async (_, act) => {
      const { points, wrong } = await killing(act, file(), { controllers: [lookAlike, second] });
      expect(wrong).toEqual([]);
      expect(points).toContain(`bench.${act}`);
    },
  );

  const dynamodb = inject('dynamodb');
  it.skipIf(!dynamodb)('of a reset that writes to DynamoDB likewise', async () => {
    const accessKeyId = `k${randomBytes(9).toString('hex')}`;
    const { wrong } = await killing('reset', {
      kind: 'dynamodb',
      endpoint: dynamodb?.endpoint ?? '',
      accessKeyId,
    });
    expect(wrong).toEqual([]);
  });

  it('would be seen to unlock without a trace, if the intent were written afterwards', async () => {
    const { wrong } = await killing('unlock', file(), { careless: true });
    expect(wrong.filter((each) => each.includes(': changed, but: 0 intended'))).not.toEqual([]);
  });
});
