import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { CAST } from '../../local/people.ts';
import { countingHasher } from '../support/counting-hasher.ts';
import { freshPeople } from './proofs/fresh-people.ts';
import {
  askedOnPages,
  askedOverJson,
  differences,
  startWatched,
  warmUp,
  type Step,
  type WatchedRunning,
} from './proofs/strangers.ts';

/** Each in another way nobody who can be helped, and all but the first two with everything enrolled that there is. */
const STRANGERS = {
  unknown: 'nobody.at.all',
  'not enrolled': 'noah',
  blocked: 'chen',
  'privileged and stamped': 'anna.admin',
  'privileged since minutes': 'fresh.admin',
  'out of scope': 'omar',
  'an account of our own': 'svc-latchkey-reset',
  'of another domain': 'ELSEWHERE\\alice',
  'of an unknown suffix': 'alice@elsewhere.example',
};
const KNOWN = 'fresh0';
const QUARTER = 16 * 60_000;

describe('strangers', () => {
  let running: WatchedRunning;
  const overJson = new Map<string, readonly Step[]>();
  const onPages = new Map<string, readonly Step[]>();

  beforeAll(async () => {
    running = await startWatched({
      people: [...CAST, ...freshPeople(2)],
      dynamodb: inject('dynamodb')?.endpoint,
      // What a hash costs is the same for everybody; here it is counted.
      wrap: (ports) => ({ ...ports, hasher: countingHasher() }),
    });
    running.clock.hold();
    await warmUp(running, 'fresh1');
    const names = [KNOWN, ...Object.values(STRANGERS)];
    // The clock stands still: times that are told are the same for all.
    for (const name of names) overJson.set(name, await askedOverJson(running, name));
    running.clock.pass(QUARTER);
    for (const name of names) onPages.set(name, await askedOnPages(running, name));
  }, 120_000);
  afterAll(() => running.stop());

  it.each(Object.entries(STRANGERS))(
    '%s get the same bytes and work over JSON as somebody known',
    (_, name) => {
      expect(differences(stepsOf(KNOWN).json, stepsOf(name).json)).toEqual([]);
    },
  );

  it.each(Object.entries(STRANGERS))(
    '%s get the same bytes and work on pages as somebody known',
    (_, name) => {
      expect(differences(stepsOf(KNOWN).pages, stepsOf(name).pages)).toEqual([]);
    },
  );

  it('are met with real work: hashes, a search, a bind, conditional writes', () => {
    const { json } = stepsOf('nobody.at.all');
    expect(json.find(({ name }) => name === 'wrong answers')?.work).toMatchObject({
      'hasher.hash': 3,
      'KMS.GenerateMac': 3,
      'flows.reserve': 1,
      'trail.append': 1,
    });
    expect(json.find(({ name }) => name === 'start')?.work).toMatchObject({
      'LDAP.binds': 1,
      'LDAP.searches': 2,
      'enrollments.find': 1,
      'flows.start': 1,
    });
  });

  it('walked the whole way: into both limits, and to the end of the flow', () => {
    const seen = (steps: readonly Step[], step: string) =>
      steps.find(({ name }) => name === step)?.seen.split('\n')[0];
    const { json, pages } = stepsOf('noah');
    expect(seen(json, 'start')).toBe('201');
    expect(seen(json, 'fourth send')).toBe('429');
    expect(seen(json, 'a try too many')).toBe('403');
    expect(seen(json, 'one too many for the person')).toBe('429');
    expect(seen(pages, 'start')).toBe('303');
    expect(seen(pages, 'a try too many')).toBe('403');
  });

  const stepsOf = (name: string) => ({ json: overJson.get(name) ?? [], pages: onPages.get(name) ?? [] });
});

describe('the proof itself', () => {
  it('sees who is known when a stranger’s answers are not tagged', async () => {
    const running = await startWatched({
      people: freshPeople(2),
      wrap: (ports) => ({
        ...ports,
        hasher: countingHasher(),
        mac: {
          ...ports.mac,
          matches: async (message, expected) =>
            !expected.startsWith('AAAA') && ports.mac.matches(message, expected),
        },
      }),
    });
    try {
      running.clock.hold();
      await warmUp(running, 'fresh1');
      const known = await askedOverJson(running, 'fresh0');
      const found = differences(known, await askedOverJson(running, 'nobody.at.all'));
      expect(found.join('\n')).toContain('wrong answers: took');
    } finally {
      await running.stop();
    }
  });
});
