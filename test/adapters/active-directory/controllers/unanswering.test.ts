import { createServer, type AddressInfo, type Server } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Failure } from '../../../../domain/failure.ts';
import { startLookAlike } from '../../../../local/directory/look-alike.ts';
import { theOne } from '../../../contracts/directory-person.ts';
import { portsOf, settingsOf } from '../ports-of.ts';
import { ALICE, wired } from '../wired.ts';

/** The discard port: nobody listens there. */
const DEAD = 'ldaps://127.0.0.1:9';
const NEW = 'Brand-New-Secret-71';
const impatient = { deadlines: { connectMs: 200, operationMs: 200, totalMs: 1_000 } };

const { lookAlike, relay, at, alice } = wired();
let mute: Server;
beforeAll(async () => {
  mute = createServer();
  await new Promise<void>((resolve) => mute.listen(0, '127.0.0.1', resolve));
});
afterAll(() => void mute.close());
const muteUrl = (): string => `ldaps://127.0.0.1:${(mute.address() as AddressInfo).port}`;

describe('a domain controller that does not answer', () => {
  it('is passed over for the next one, and that is told', async () => {
    const told: Failure[] = [];
    const { reader } = at([DEAD, relay().url], { onPassedOver: (trouble) => told.push(trouble) });
    expect(theOne(await reader.find(ALICE))).toMatchObject({
      username: 'alice',
      domainController: relay().url,
    });
    expect(told.map(({ code }) => code)).toEqual(['directory-unreachable']);
    expect(told[0]?.message).toContain(`${DEAD} cannot be reached: ECONNREFUSED`);
  });

  it('is passed over for the other ports too, the work being done once', async () => {
    const { person } = await alice();
    const { passwords, repairs } = at([DEAD, relay().url]);
    expect(await passwords.tryPassword('CORP', await alice(), 'Copper-Kettle-17')).toBe('right');
    let worked = 0;
    await repairs.at(person, async (bench) => void (worked += bench ? 1 : 0));
    expect(worked).toBe(1);
  });

  it('costs the time to connect and no more, when it takes the connection and stays mute', async () => {
    const { reader } = at([muteUrl(), relay().url], impatient);
    expect(theOne(await reader.find(ALICE)).username).toBe('alice');
  });

  it('is a failure that names every one of them when there is no other', async () => {
    const failing = at([DEAD, muteUrl()], impatient).reader.find(ALICE);
    await expect(failing).rejects.toMatchObject({ name: 'Failure', code: 'directory-unreachable' });
    await expect(failing).rejects.toThrow(
      new RegExp(`${DEAD}.*ECONNREFUSED.*${muteUrl()}.*no answer in time`),
    );
  });

  it('is given up after the deadline when it falls silent later', async () => {
    lookAlike().misbehave('mute');
    const failing = at([relay().url], impatient).reader.find(ALICE);
    await expect(failing).rejects.toMatchObject({ code: 'directory-unreachable' });
    await expect(failing).rejects.toThrow('no answer within 200 ms');
  });

  it('is given up when all deadlines together are over, however many more there are', async () => {
    lookAlike().misbehave('mute');
    const deadlines = { connectMs: 200, operationMs: 60_000, totalMs: 300 };
    const failing = at([relay().url, lookAlike().url], { deadlines }).reader.find(ALICE);
    await expect(failing).rejects.toMatchObject({ code: 'directory-unreachable' });
    expect(relay().connections()).toBe(1);
    expect(lookAlike().counts().connections).toBe(1);
  });

  it('leaves a password that was sent to it untried elsewhere: every bind may be a bad logon', async () => {
    const account = await alice();
    const other = await startLookAlike();
    lookAlike().misbehave('cut');
    const { passwords } = portsOf({
      ...settingsOf([relay().url, other.url], lookAlike().ca),
      ca: [lookAlike().ca, other.ca],
    });
    await expect(passwords.tryPassword('CORP', account, 'not-this-1')).rejects.toMatchObject({
      code: 'directory-unreachable',
    });
    expect(other.counts().connections).toBe(0);
    await other.stop();
  });

  it('whose account was read is the only one to be asked for a change', async () => {
    const account = await alice();
    const changing = at([lookAlike().url]).passwords.changePassword(account, {
      from: 'Copper-Kettle-17',
      to: NEW,
    });
    await expect(changing).rejects.toMatchObject({ code: 'directory-unreachable' });
    expect(lookAlike().isPassword('alice', NEW)).toBe(false);
  });
});
