import { createServer, type AddressInfo, type Server } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { DomainSettings } from '../../../adapters/active-directory/domain-settings.ts';
import type { Failure } from '../../../domain/failure.ts';
import type { Account } from '../../../domain/ports/directory.ts';
import { readClaim } from '../../../domain/recovery/claim.ts';
import type { Counts } from '../../../local/directory/counts.ts';
import { type LookAlike, startLookAlike } from '../../../local/directory/look-alike.ts';
import { present } from './present.ts';
import { portsOf, settingsOf } from './ports-of.ts';
import { type Relay, startRelay } from './relay.ts';

const ALICE = { kind: 'account-name', name: 'alice' } as const;
/** The discard port: nobody listens there. */
const DEAD = 'ldaps://127.0.0.1:9';
const NEW = 'Brand-New-Secret-71';

let lookAlike: LookAlike;
let relay: Relay;
let mute: Server;
beforeAll(async () => {
  lookAlike = await startLookAlike();
});
afterAll(() => lookAlike.stop());
beforeEach(async () => {
  relay = await startRelay(lookAlike.port);
  mute = createServer();
  await new Promise<void>((resolve) => mute.listen(0, '127.0.0.1', resolve));
});
afterEach(async () => {
  await relay.stop();
  lookAlike.reset();
  mute.close();
});

const muteUrl = (): string => `ldaps://127.0.0.1:${(mute.address() as AddressInfo).port}`;
const impatient = { deadlines: { connectMs: 200, operationMs: 200, totalMs: 1_000 } };
const at = (urls: readonly string[], more: Partial<DomainSettings> = {}) =>
  portsOf({ ...settingsOf(urls, lookAlike.ca), ...more });
const alice = async () => present(await at([relay.url]).reader.find(ALICE));

describe('a domain controller that does not answer', () => {
  it('is passed over for the next one, and that is told', async () => {
    const told: Failure[] = [];
    const { reader } = at([DEAD, relay.url], { onPassedOver: (trouble) => told.push(trouble) });
    expect(await reader.find(ALICE)).toMatchObject({ username: 'alice', domainController: relay.url });
    expect(told.map(({ code }) => code)).toEqual(['directory-unreachable']);
    expect(told[0]?.message).toContain(`${DEAD} cannot be reached: ECONNREFUSED`);
  });

  it('is passed over for the other ports too, the work being done once', async () => {
    const { person } = await alice();
    const { passwords, repairs } = at([DEAD, relay.url]);
    expect(await passwords.tryPassword(await alice(), 'Copper-Kettle-17')).toBe('right');
    let worked = 0;
    await repairs.at(person, async (bench) => void (worked += bench ? 1 : 0));
    expect(worked).toBe(1);
  });

  it('costs the time to connect and no more, when it takes the connection and stays mute', async () => {
    const { reader } = at([muteUrl(), relay.url], impatient);
    expect(await reader.find(ALICE)).toMatchObject({ username: 'alice' });
  });

  it('is a failure that names every one of them when there is no other', async () => {
    const failing = at([DEAD, muteUrl()], impatient).reader.find(ALICE);
    await expect(failing).rejects.toMatchObject({ name: 'Failure', code: 'directory-unreachable' });
    await expect(failing).rejects.toThrow(
      new RegExp(`${DEAD}.*ECONNREFUSED.*${muteUrl()}.*no answer in time`),
    );
  });

  it('is given up after the deadline when it falls silent later', async () => {
    lookAlike.misbehave('mute');
    const failing = at([relay.url], impatient).reader.find(ALICE);
    await expect(failing).rejects.toMatchObject({ code: 'directory-unreachable' });
    await expect(failing).rejects.toThrow('no answer within 200 ms');
  });

  it('is given up when all deadlines together are over, however many more there are', async () => {
    lookAlike.misbehave('mute');
    const deadlines = { connectMs: 200, operationMs: 60_000, totalMs: 300 };
    const failing = at([relay.url, lookAlike.url], { deadlines }).reader.find(ALICE);
    await expect(failing).rejects.toMatchObject({ code: 'directory-unreachable' });
    expect(relay.connections()).toBe(1);
    expect(lookAlike.counts().connections).toBe(1);
  });

  it('leaves a password that was sent to it untried elsewhere: every bind may be a bad logon', async () => {
    const account = await alice();
    const other = await startLookAlike();
    lookAlike.misbehave('cut');
    const { passwords } = portsOf({
      ...settingsOf([relay.url, other.url], lookAlike.ca),
      ca: [lookAlike.ca, other.ca],
    });
    await expect(passwords.tryPassword(account, 'not-this-1')).rejects.toMatchObject({
      code: 'directory-unreachable',
    });
    expect(other.counts().connections).toBe(0);
    await other.stop();
  });

  it('whose account was read is the only one to be asked for a change', async () => {
    const account = await alice();
    const changing = at([lookAlike.url]).passwords.changePassword(account, {
      from: 'Copper-Kettle-17',
      to: NEW,
    });
    await expect(changing).rejects.toMatchObject({ code: 'directory-unreachable' });
    expect(lookAlike.isPassword('alice', NEW)).toBe(false);
  });
});

describe('a change whose answer is lost', () => {
  it('is unknown after a reset, which may have been made', async () => {
    const { person } = await alice();
    const answer = await at([relay.url, lookAlike.url]).repairs.at(person, (bench) => {
      relay.cutAtNextAnswer();
      return present(bench).reset(NEW);
    });
    expect(answer).toEqual({ kind: 'unknown' });
    expect(lookAlike.isPassword('alice', NEW)).toBe(true);
    expect(lookAlike.counts().resets).toBe(1);
  });

  it('is unknown after silence, too', async () => {
    const { person } = await alice();
    const deadlines = { ...impatient.deadlines, connectMs: 3_000, totalMs: 9_000 };
    const answer = await at([relay.url], { deadlines }).repairs.at(person, (bench) => {
      lookAlike.misbehave('mute');
      return present(bench).unlock();
    });
    expect(answer).toEqual({ kind: 'unknown' });
  });

  it('is unknown after a change by its owner', async () => {
    const account = await alice();
    lookAlike.misbehave('cut-modify');
    const change = { from: 'Copper-Kettle-17', to: NEW };
    expect(await at([relay.url]).passwords.changePassword(account, change)).toEqual({ kind: 'unknown' });
    expect(lookAlike.isPassword('alice', NEW)).toBe(true);
    expect(lookAlike.counts().changes).toBe(1);
  });

  it('is no change at all when the connection was gone before it was sent: that is a failure', async () => {
    const { person } = await alice();
    const work = at([relay.url, lookAlike.url]).repairs.at(person, async (bench) => {
      await relay.cut();
      // By the time this is answered, the other end of the cut wire knows.
      await at([lookAlike.url]).reader.find(ALICE);
      return bench?.reset(NEW);
    });
    await expect(work).rejects.toMatchObject({ code: 'directory-unreachable' });
    expect(lookAlike.isPassword('alice', NEW)).toBe(false);
  });
});

it('lets its deadline rest while the domain works at the bench', async () => {
  const { person } = await alice();
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const answer = await at([relay.url]).repairs.at(person, async (bench) => {
    vi.advanceTimersByTime(600_000);
    return bench?.unlock();
  });
  vi.useRealTimers();
  expect(answer).toEqual({ kind: 'done' });
});

describe('a domain controller that cannot be trusted', () => {
  it('is a failure of trust when another authority vouches for it, and is told nothing', async () => {
    const stranger = await startLookAlike();
    const { reader } = portsOf(settingsOf([lookAlike.url], stranger.ca));
    await stranger.stop();
    const failing = reader.find(ALICE);
    await expect(failing).rejects.toMatchObject({ code: 'directory-untrusted' });
    await expect(failing).rejects.toThrow(new RegExp(`${lookAlike.url} cannot be trusted: [A-Z_]+`));
    expect(lookAlike.counts().binds).toBe(0);
  });

  it('is a failure of trust when the certificate is for another name', async () => {
    const elsewhere = await startLookAlike({ host: '127.0.0.2' });
    const url = `ldaps://127.0.0.2:${elsewhere.port}`;
    const failing = portsOf(settingsOf([url], elsewhere.ca)).reader.find(ALICE);
    await expect(failing).rejects.toThrow(`${url} cannot be trusted: ERR_TLS_CERT_ALTNAME_INVALID`);
    await expect(failing).rejects.toMatchObject({ code: 'directory-untrusted' });
    await elsewhere.stop();
  });
});

it.each([
  ['somebody', 'alice'],
  ['nobody', 'nobody.here'],
  ['somebody of another domain', 'OTHER\\alice'],
])('finds %s with one connection, one bind, one search and one base read', async (_, typed) => {
  const { reader } = at([lookAlike.url]);
  await reader.find(present(readClaim(typed)));
  expect(lookAlike.counts()).toMatchObject({ connections: 1, binds: 1, searches: 2, modifies: 0 });
});

it('asks as much of the directory for the rules of nobody as for somebody’s', async () => {
  const { reader } = at([lookAlike.url]);
  const work = async (account: Account | undefined) => {
    const before = lookAlike.counts().searches;
    await reader.rules(account);
    return lookAlike.counts().searches - before;
  };
  const account = await alice();
  expect(await work(undefined)).toBe(await work(account));
});

it('binds as often for a stranger’s password as for anybody’s', async () => {
  const { passwords } = at([lookAlike.url]);
  const account = await alice();
  const before = lookAlike.counts();
  await passwords.tryPassword(account, 'not-this-1');
  const between = lookAlike.counts();
  await passwords.tryPassword(undefined, 'not-this-1');
  const after = lookAlike.counts();
  const grown = (from: Readonly<Counts>, to: Readonly<Counts>) => [
    to.connections - from.connections,
    to.binds - from.binds,
    to.bindsRefused - from.bindsRefused,
  ];
  expect(grown(before, between)).toEqual([1, 1, 1]);
  expect(grown(between, after)).toEqual([1, 1, 1]);
});
