import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CAST } from '../../local/people.ts';
import { countingHasher } from '../support/counting-hasher.ts';
import { offered } from '../support/configured.ts';
import { employeeIdOf } from './model/model-ground.ts';
import { modelPerson } from './model/model-person.ts';
import { everyMethodOn } from './proofs/every-method-on.ts';
import { everyMethodOnPages, everyMethodOverJson } from './proofs/every-method.ts';
import { freshPeople } from './proofs/fresh-people.ts';
import { inForce } from './proofs/in-force.ts';
import { differences, startWatched, warmUp, type Step, type WatchedRunning } from './proofs/strangers.ts';

const KNOWN = 'fresh0';
/** In other ways than the one who has registered everything: less, or nobody who can be helped. */
const OTHERS = {
  'somebody with answers and a mailbox alone': 'fresh1',
  'an unknown name': 'nobody.at.all',
  'who has registered nothing': 'noah',
  'who is blocked': 'chen',
  'who is privileged': 'anna.admin',
  'who is out of scope': 'omar',
};
const PLENTY = 1_000_000;
const EVERY = [
  'email-code',
  'sms-code',
  'authenticator-app',
  'passkey',
  'recovery-code',
  'ldap-attributes',
  'previous-authentication',
] as const;

describe('with every method on, before the first proof,', () => {
  let running: WatchedRunning;
  const overJson = new Map<string, readonly Step[]>();
  const onPages = new Map<string, readonly Step[]>();

  beforeAll(async () => {
    running = await startWatched({
      people: [...CAST, ...freshPeople(3, { employeeId: employeeIdOf(KNOWN) })],
      limits: { triesPerPerson: PLENTY, triesPerMethod: PLENTY },
      wrap: (ports) => ({ ...ports, hasher: countingHasher() }),
    });
    running.clock.hold();
    await withEveryMethod(running);
    await modelPerson(running, KNOWN);
    await warmUp(running, 'fresh2');
    await everyMethodOverJson(running, 'fresh2');
    await everyMethodOnPages(running, 'fresh2');
    const names = [KNOWN, ...Object.values(OTHERS)];
    for (const name of names) overJson.set(name, await everyMethodOverJson(running, name));
    for (const name of names) onPages.set(name, await everyMethodOnPages(running, name));
  }, 120_000);
  afterAll(() => running?.stop());

  it.each(Object.entries(OTHERS))(
    '%s gets the same bytes and work as somebody with all of them',
    (_, name) => {
      const seen = (of: string) => [...(overJson.get(of) ?? []), ...(onPages.get(of) ?? [])];
      expect(seen(KNOWN).length).toBeGreaterThan(60);
      expect(differences(seen(KNOWN), seen(name))).toEqual([]);
    },
  );

  it('every method was met: nothing was out of reach or refused for its form', () => {
    const first = (steps: readonly Step[], name: string) =>
      steps.find((step) => step.name === name)?.seen.split('\n')[0];
    for (const method of [...EVERY, 'sent-code']) {
      expect([method, first(overJson.get(KNOWN) ?? [], `wrong ${method}`)]).toEqual([method, '403']);
      expect([method, first(onPages.get(KNOWN) ?? [], `wrong ${method}`)]).toEqual([method, '303']);
    }
  });
});

const withEveryMethod = (running: WatchedRunning): Promise<void> =>
  inForce(running, (document) => ({
    ...everyMethodOn(document),
    userConfigurations: [
      ...document.userConfigurations.map((one) => ({
        ...one,
        actions: { unlock: offered([], EVERY, 2), reset: offered(['email-code'], EVERY.slice(1), 1) },
      })),
      ...document.userConfigurations.map((one) => ({
        ...one,
        id: 'others',
        name: 'Others',
        include: { users: [], groups: [], units: [] },
        actions: { unlock: offered(['sent-code']), reset: offered(['sent-code', 'security-answers']) },
      })),
    ],
  }));
