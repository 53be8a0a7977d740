import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demonstrationGroups, NAMED_GROUPS } from '../../local/demonstration-groups.ts';
import { groupSid } from '../../local/group-sid.ts';
import { CAST } from '../../local/people.ts';
import { sambaInstalled } from '../../local/samba/installed.ts';
import type { SambaFacts } from '../../local/samba/start-samba.ts';
import { ownSamba } from '../directory/own-samba.ts';
import { restorerOf } from '../directory/restore.ts';
import { administratorOf } from './proofs/administrator.ts';
import { flowOf, provenFlow, sendAll, startJson } from './proofs/json-client.ts';
import { codeIn } from './proofs/over-http.ts';
import { startRunning, type Running } from './proofs/running.ts';
import { demonstrationAt } from './proofs/demonstration.ts';

const member = (username: string) => {
  const found = CAST.find((one) => one.username === username);
  if (!found) throw new Error(`nobody in the cast is called ${username}`);
  return found;
};
const ADMIN = member('fresh.admin');
const PROMOTED = member('lena');
const NEW_PASSWORD = 'Quiet-Harbour-42-x';

/** A directory with the cast in it, and what its administrator can do and see. */
interface Domain {
  readonly running: Running;
  promote(username: string): Promise<void>;
  demote?(username: string): Promise<void>;
  opens(person: typeof ADMIN, password: string): Promise<boolean>;
  /** Whether the self-service account's own rights would let a reset through. */
  aclLetsThrough?(username: string): Promise<boolean>;
  stop(): Promise<void>;
}

function refusesPrivileged(name: string, start: () => Promise<Domain>): void {
  describe(`on ${name}, privileged accounts`, () => {
    let domain: Domain;
    let running: Running;
    beforeAll(async () => {
      domain = await start();
      running = domain.running;
    }, 60_000);
    afterAll(() => domain.stop());

    it('are strangers, though everything is enrolled and nothing but our own code stands in the way', async () => {
      const found = await running.ports.directory.find({ kind: 'account-name', name: ADMIN.username });
      if (found.kind !== 'one') throw new Error('the admin is not there');
      expect((await running.ports.enrollments.find(found.account.person))?.answers?.answers).toHaveLength(3);
      // Only AdminSDHolder's stamp would stop the directory itself, and that comes up to an hour later.
      if (domain.aclLetsThrough) expect(await domain.aclLetsThrough(ADMIN.username)).toBe(true);

      const flow = flowOf(running, await startJson(running, ADMIN.username, { send: 'email-code' }));
      await sendAll(running);
      expect(running.mailbox.messages().filter(({ to }) => to === ADMIN.personalMail)).toEqual([]);
      expect(codeIn(await flow.answers(ADMIN.answers ?? {}))).toBe('proof-wrong');
      expect(codeIn(await flow.reset(NEW_PASSWORD))).toBe('proof-missing');
      expect(await domain.opens(ADMIN, NEW_PASSWORD)).toBe(false);
      expect(running.counted()).toContainEqual({
        metric: 'StrangerStarted',
        dimension: 'reason=privileged',
        count: 1,
      });
    });

    it('are refused at the moment of change when they became so after the start', async () => {
      const flow = await provenFlow(running, PROMOTED);
      await domain.promote(PROMOTED.username);
      try {
        expect(codeIn(await flow.reset(NEW_PASSWORD))).toBe('account-protected');
        expect(codeIn(await flow.unlock())).toBe('account-protected');
        expect(await domain.opens(PROMOTED, PROMOTED.password)).toBe(true);
        expect(await domain.opens(PROMOTED, NEW_PASSWORD)).toBe(false);
        const { person } = (await running.flow(flow.handle)) ?? {};
        const events = person ? await running.trail(person) : [];
        expect(
          events.map(({ happening }) => happening).filter(({ kind }) => kind !== 'method-registered'),
        ).toEqual([
          { kind: 'repair-refused', action: 'reset', reason: 'privileged' },
          { kind: 'repair-refused', action: 'unlock', reason: 'privileged' },
        ]);
      } finally {
        await domain.demote?.(PROMOTED.username);
      }
      // Nothing else stood in the way.
      if (domain.demote) expect(codeIn(await flow.reset(NEW_PASSWORD))).toBe('done');
    });
  });
}

refusesPrivileged('the look-alike', async () => {
  const running = await startRunning();
  return {
    running,
    promote: async (username) => running.lookAlike().arrange(username, { joins: 'Domain Admins' }),
    opens: async ({ username }, password) => running.lookAlike().isPassword(username, password),
    stop: () => running.stop(),
  };
});

async function onSamba(samba: SambaFacts): Promise<Domain> {
  const { urls, ca } = samba;
  const administrator = administratorOf(samba);
  const restore = restorerOf(samba);
  const sids = new Map<string, string>();
  for (const name of NAMED_GROUPS) sids.set(name, await groupSid(samba, name));
  const running = await startRunning({
    directory: demonstrationAt({
      urls,
      ca,
      ...demonstrationGroups((name) => sids.get(name) ?? ''),
      people: CAST,
      stop: () => Promise.resolve(),
    }),
  });
  return {
    running,
    promote: (username) => administrator.join(username, 'Domain Admins'),
    demote: (username) => administrator.leave(username, 'Domain Admins'),
    opens: ({ upn }, password) => administrator.opens(upn, password),
    aclLetsThrough: async (username) => {
      const refusal = await administrator.resetBy(samba.selfService, username, 'Let-Through-77-z');
      await restore(username);
      return refusal === undefined;
    },
    stop: () => running.stop(),
  };
}

describe.skipIf(!sambaInstalled())('with a Samba of its own', () => {
  const samba = ownSamba();
  refusesPrivileged('Samba AD', () => onSamba(samba()));
});
