import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type LookAlike, startLookAlike } from '../../local/directory/look-alike.ts';
import { settingsOf } from '../adapters/active-directory/ports-of.ts';
import { freshPeople } from './proofs/fresh-people.ts';
import { rotateUnderLoad } from './proofs/rotating.ts';

const PEOPLE = freshPeople(2);

describe('rotating the passwords of our own accounts while people are recovered', () => {
  let lookAlike: LookAlike;
  beforeAll(async () => {
    lookAlike = await startLookAlike({ cast: PEOPLE });
  });
  afterAll(() => lookAlike.stop());

  it(
    'fails no recovery, a fault at each step or not, and leaves an account that works at every moment',
    { timeout: 120_000 },
    async () => {
      const rotated = await rotateUnderLoad(
        {
          settings: settingsOf([lookAlike.url], lookAlike.ca),
          domainController: { host: '127.0.0.1', port: lookAlike.port },
          usernames: PEOPLE.map(({ username }) => username),
        },
        { times: 10, hasty: true },
      );
      expect(rotated.wrong).toEqual([]);
      expect(rotated.recoveries).toBeGreaterThan(10 * 4);
      expect(rotated.retried).toBeGreaterThan(0);
      expect(rotated.broken).toBeGreaterThan(5);
      for (const username of ['svc-latchkey-reset', 'svc-latchkey-reset-b', 'svc-latchkey-read-b'])
        expect(lookAlike.person(username), username).toMatchObject({ locked: false });
    },
  );
});
