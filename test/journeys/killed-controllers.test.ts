import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DirectoryAnswer } from '../../domain/ports/directory-answer.ts';
import type { RepairBench, RepairDesk } from '../../domain/ports/repair-desk.ts';
import { startLookAlike, type LookAlike } from '../../local/directory/look-alike.ts';
import { startRelay, type Relay } from '../adapters/active-directory/relay.ts';
import type { Careless, LinedScene } from './proofs/act-in-trouble.ts';
import { troubleEverywhere } from './proofs/controller-troubles.ts';
import { controllersOf } from './proofs/controllers.ts';
import { freshPeople, oneAfterTheOther } from './proofs/fresh-people.ts';
import { sceneAt } from './proofs/killed.ts';

const people = freshPeople(600);
const next = oneAfterTheOther(people);
let lookAlikes: readonly LookAlike[] = [];
let lines: readonly Relay[] = [];
let scene: LinedScene;
let folder = '';

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'latchkey-controllers-'));
  lookAlikes = await Promise.all([startLookAlike({ cast: people }), startLookAlike({ cast: people })]);
  lines = await Promise.all(lookAlikes.map(({ port }) => startRelay(port)));
  const controllers = controllersOf(...lookAlikes);
  const directory = { ...controllers.directory, urls: lines.map(({ url }) => url) };
  const store = { kind: 'sqlite', file: join(folder, 'central-store.sqlite') } as const;
  scene = { ...(await sceneAt({ ...controllers, directory }, store, folder)), lines };
});
afterAll(async () => {
  await Promise.all([...lines, ...lookAlikes].map((each) => each.stop()));
  rmSync(folder, { recursive: true, force: true });
});

/** A product that resets in another way than it should. */
const resettingBy =
  (
    reset: (bench: RepairBench, newPassword: string, repairs: RepairDesk) => Promise<DirectoryAnswer>,
  ): Careless =>
  (repairs) => ({
    at: (person, work) =>
      repairs.at(person, (bench) =>
        work(bench && { ...bench, reset: (newPassword) => reset(bench, newPassword, repairs) }),
      ),
  });

const trouble = (act: 'reset' | 'unlock', careless?: Careless) =>
  troubleEverywhere(scene, act, () => next().username, careless && { at: /^bench/, careless });

describe(
  'a domain of two domain controllers, the one in use failing at every await',
  { timeout: 120_000 },
  () => {
    it.each([
      ['a reset', 'reset'],
      ['an unlock', 'unlock'],
    ] as const)(
      'of %s: what is told is true, nothing is changed twice, and `unknown` is said only of one that never came back',
      async (_, act) => {
        const { points, told, wrong } = await trouble(act);
        expect(wrong).toEqual([]);
        expect(points).toEqual(
          expect.arrayContaining(['repairs.at', 'flows.begin', `bench.${act}`, 'flows.settle']),
        );
        for (const what of ['done', 'perhaps', 'unknown'] as const)
          expect(told[what], what).toBeGreaterThan(0);
      },
    );

    it('would be seen to say "unchanged" of a change, if what is not there at once meant that', async () => {
      const { wrong } = await trouble(
        'reset',
        resettingBy(async (bench, newPassword) => {
          const answer = await bench.reset(newPassword);
          const seen = answer.kind === 'unknown' ? await bench.readBack() : undefined;
          return seen?.passwordLastSet === bench.account.passwordLastSet
            ? { kind: 'refused', reason: 'not-executed' }
            : answer;
        }),
      );
      expect(wrong.filter((each) => each.includes('late-request before bench.reset'))).toContainEqual(
        expect.stringContaining('told unchanged, changed on 1'),
      );
    });

    it('would be seen to change twice, if the change went to the next domain controller when its answer was lost', async () => {
      const { wrong } = await trouble(
        'reset',
        resettingBy(async (bench, newPassword, repairs) => {
          const answer = await bench.reset(newPassword);
          if (answer.kind !== 'unknown') return answer;
          await lines[0]?.down();
          const { person } = bench.account;
          return repairs.at(person, (other) => other?.reset(newPassword) ?? Promise.resolve(answer));
        }),
      );
      expect(wrong.filter((each) => each.includes('changed on 2'))).not.toEqual([]);
    });
  },
);
