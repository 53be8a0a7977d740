import { createServer, type Server } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { DomainSettings } from '../../../adapters/active-directory/domain-settings.ts';
import { domainExaminer } from '../../../adapters/active-directory/examiner/domain-examiner.ts';
import type { DomainFacts } from '../../../domain/health/domain-facts.ts';
import { findingsOf } from '../../../domain/health/findings/findings-of.ts';
import { type LookAlike, startLookAlike } from '../../../local/directory/look-alike.ts';
import { DOMAIN } from '../../../local/people.ts';
import { DATA_PROXY, fixed, SELF_SERVICE, settingsOf } from './ports-of.ts';
import { present } from './present.ts';

const STAFF = `${DOMAIN.delegatedOu},${DOMAIN.base}`;
const HASTY = { connectMs: 300, operationMs: 300, totalMs: 1_000 };

describe('looking at a domain', () => {
  let started: LookAlike | undefined;
  const lookAlike = () => present(started);
  let mute: Server | undefined;
  beforeAll(async () => {
    started = await startLookAlike();
    // Takes connections, and never says a word.
    mute = createServer((socket) => socket.on('error', () => undefined));
    await new Promise<void>((resolve) => mute?.listen(0, '127.0.0.1', resolve));
  });
  afterAll(async () => {
    mute?.close();
    await started?.stop();
  });
  afterEach(() => lookAlike().reset());

  const examiner = (changes: Partial<DomainSettings> = {}, dataProxy = DATA_PROXY) =>
    domainExaminer(
      [
        {
          settings: { ...settingsOf([lookAlike().url], lookAlike().ca), ...changes },
          dataProxy,
          selfService: SELF_SERVICE,
        },
      ],
      { now: Date.now },
    );
  const look = (changes: Partial<DomainSettings> = {}, units = [STAFF]): Promise<DomainFacts> =>
    examiner(changes).examine('CORP', units);
  const troubles = (facts: DomainFacts) =>
    findingsOf(facts, { protectedGroups: [] }, Date.now()).filter(({ state }) => state !== 'fine');
  const muteUrl = (): string => {
    const address = mute?.address();
    return `ldaps://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
  };

  it('sees nothing wrong with the demonstration', async () => {
    const facts = await look();
    expect(troubles(facts)).toEqual([]);
    expect(facts.accounts.map(({ name, role, resting }) => [name, role, resting ?? false])).toEqual([
      [`CORP\\${DOMAIN.reader.username}`, 'data-proxy', false],
      [`CORP\\${DOMAIN.resetter.username}`, 'self-service', false],
      [`CORP\\${DOMAIN.readerAlternate.username}`, 'data-proxy', true],
      [`CORP\\${DOMAIN.resetterAlternate.username}`, 'self-service', true],
    ]);
  });

  it('knows of an account in use whether rotation should renew it, and how often', async () => {
    const { accounts } = await look({ repairAccounts: [DOMAIN.resetter.username], rotatedEveryDays: 7 });
    expect(accounts.map(({ role, rotatedEveryDays }) => [role, rotatedEveryDays])).toEqual([
      ['data-proxy', 7],
      ['self-service', undefined],
      ['data-proxy', undefined],
    ]);
  });

  it('changes nothing, signs each account in once, and holds no password', async () => {
    const facts = await look();
    expect(lookAlike().counts()).toMatchObject({ binds: 2, bindsRefused: 0, modifies: 0, malformed: 0 });
    for (const { password } of [DOMAIN.reader, DOMAIN.resetter])
      expect(JSON.stringify(facts)).not.toContain(password);
  });

  it('tries a wrong password once, and goes on with the eyes of the other account', async () => {
    const wrong = fixed({ username: DOMAIN.reader.upn, password: 'Not-the-right-one' });
    const facts = await examiner({}, wrong).examine('CORP', [STAFF]);
    expect(lookAlike().counts().bindsRefused).toBe(1);
    expect(troubles(facts).map(({ check }) => check)).toEqual(['data-proxy-account']);
    expect(facts.reading?.units).not.toEqual([]);
  });

  it('is not held up by a domain controller that takes connections and says nothing', async () => {
    const begun = Date.now();
    const facts = await look({ domainControllers: [lookAlike().url, muteUrl()], deadlines: HASTY });
    expect(Date.now() - begun).toBeLessThan(5_000);
    expect(troubles(facts)).toMatchObject([
      { check: 'controller-port', object: muteUrl(), cause: expect.stringContaining('not in TLS') },
    ]);
  });

  it('tells of one that shakes hands and answers no question', async () => {
    lookAlike().misbehave('mute');
    const facts = await look({ deadlines: HASTY });
    expect(facts.reading).toBeUndefined();
    expect(troubles(facts)).toMatchObject([
      { check: 'controller-port', cause: expect.stringContaining('answers no question') },
    ]);
  });

  it('shows which authority signed a certificate that is not trusted, and sends nothing over that connection', async () => {
    const other = await startLookAlike();
    const facts = await look({ ca: [other.ca] });
    await other.stop();
    expect(facts.controllers[0]?.tls).toMatchObject({
      outcome: 'untrusted',
      certificate: { issuer: 'CORP demonstration CA', subject: 'localhost', selfSigned: false },
    });
    expect(lookAlike().counts()).toMatchObject({ binds: 0, searches: 0 });
  });

  it('sees the rights that are missing on a unit nobody delegated, and one that is not there', async () => {
    const facts = await look({}, [STAFF, `OU=IT,${DOMAIN.base}`, `OU=Gone,${DOMAIN.base}`]);
    expect(troubles(facts).map(({ check, object }) => [check, object])).toEqual([
      ['served-unit', `OU=Gone,${DOMAIN.base}`],
      ['reset-right', `OU=IT,${DOMAIN.base}`],
      ['unlock-right', `OU=IT,${DOMAIN.base}`],
      ['must-change-right', `OU=IT,${DOMAIN.base}`],
    ]);
  });

  it('sees that an account of ours is an administrator, and what states it is in', async () => {
    lookAlike().arrange(DOMAIN.resetter.username, { joins: 'Domain Admins' });
    lookAlike().arrange(DOMAIN.resetterAlternate.username, { disabled: true });
    expect(troubles(await look()).map(({ check, object }) => [check, object])).toEqual([
      ['self-service-account', `CORP\\${DOMAIN.resetterAlternate.username}`],
      ['account-privilege', `CORP\\${DOMAIN.resetter.username}`],
    ]);
  });

  it('sees a clock that is off', async () => {
    lookAlike().advance(6 * 60_000);
    expect(troubles(await look())).toMatchObject([
      {
        check: 'controller-clock',
        state: 'broken',
        cause: 'Its clock is 6 minutes ahead of ours, which AWS keeps.',
      },
    ]);
  });

  it('knows the domains it was given and no other', async () => {
    expect(examiner().domains).toEqual(['CORP']);
    await expect(examiner().examine('LAB', [])).rejects.toMatchObject({ code: 'directory-misbehaved' });
  });
});
