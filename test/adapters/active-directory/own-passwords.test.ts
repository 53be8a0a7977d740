import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { ownPasswordDesk } from '../../../adapters/active-directory/own-password-desk.ts';
import { type LookAlike, startLookAlike } from '../../../local/directory/look-alike.ts';
import { DOMAIN } from '../../../local/people.ts';
import { ownPasswordContract } from '../../contracts/own-password-desk.ts';
import { settingsOf } from './ports-of.ts';
import { startRelay } from './relay.ts';

const NEW = 'Kq4-Nd7-Rh2-Brand-New-71';
const DAY = 86_400_000;
const NOW = Date.UTC(2026, 10, 22, 12);
const NOBODY = 'ldaps://127.0.0.1:9';

let lookAlike: LookAlike;
beforeAll(async () => {
  lookAlike = await startLookAlike();
});
afterAll(() => lookAlike.stop());
afterEach(() => lookAlike.reset());

const REST = { username: DOMAIN.resetterAlternate.upn, password: DOMAIN.resetterAlternate.password };
const deskAt = (...urls: readonly string[]) => ownPasswordDesk(settingsOf(urls, lookAlike.ca));

ownPasswordContract('the embedded look-alike', async () => {
  const urls = [lookAlike.url, lookAlike.url.replace('localhost', '127.0.0.1')];
  return { desk: deskAt(...urls), domainControllers: urls, restore: async () => lookAlike.reset() };
});

describe('passwords of own accounts', () => {
  it('cost no bad logon when they are right', async () => {
    await deskAt(lookAlike.url).changePassword(REST, NEW);
    expect(lookAlike.person('svc-latchkey-reset-b')).toMatchObject({ badPasswordCount: 0 });
    expect(lookAlike.counts()).toMatchObject({ changes: 1, resets: 0, bindsRefused: 0 });
  });

  it('that are too young say when they may be changed', async () => {
    const domain = { ...DOMAIN, rules: { ...DOMAIN.rules, minimumAgeMs: DAY } };
    const strict = await startLookAlike({ domain, now: () => NOW });
    strict.arrange('svc-latchkey-reset-b', { passwordAgeMs: DAY / 4 });
    const desk = ownPasswordDesk({ ...settingsOf([strict.url], strict.ca), now: () => NOW });
    expect(await desk.changePassword(REST, NEW)).toEqual({
      kind: 'refused',
      reason: 'policy',
      mayChangeAt: NOW + (DAY * 3) / 4,
    });
    await strict.stop();
  });

  it('are changed at the next domain controller when the first is not there, and presented to those that are', async () => {
    const told: string[] = [];
    const settings = settingsOf([NOBODY, lookAlike.url], lookAlike.ca);
    const desk = ownPasswordDesk({ ...settings, onPassedOver: ({ message }) => told.push(message) });
    expect(await desk.changePassword(REST, NEW)).toEqual({ kind: 'done' });
    expect(await desk.present({ ...REST, password: NEW })).toEqual([
      { domainController: lookAlike.url, trial: 'right' },
    ]);
    expect(told.every((message) => message.includes(NOBODY))).toBe(true);
  });

  it('cannot be presented when no domain controller is there', async () => {
    await expect(deskAt(NOBODY).present(REST)).rejects.toMatchObject({ code: 'directory-unreachable' });
  });

  it('that are still opened by their predecessor count as changed when the directory says so', async () => {
    const forgiving = await startLookAlike({ oldPasswordGraceMinutes: 60 });
    const desk = ownPasswordDesk(settingsOf([forgiving.url], forgiving.ca));
    await desk.changePassword(REST, NEW);
    expect(await desk.tryPassword(REST)).toBe('right');
    expect(await desk.changePassword(REST, NEW)).toEqual({ kind: 'refused', reason: 'wrong-password' });
    await forgiving.stop();
  });

  it('whose answer is lost are unknown', async () => {
    lookAlike.misbehave('cut-modify');
    expect(await deskAt(lookAlike.url).changePassword(REST, NEW)).toEqual({ kind: 'unknown' });
    expect(lookAlike.isPassword('svc-latchkey-reset-b', NEW)).toBe(true);
  });

  it('never show in a failure', async () => {
    const relay = await startRelay(lookAlike.port);
    relay.cutAtNextAnswer();
    const error: unknown = await deskAt(relay.url)
      .changePassword(REST, NEW)
      .catch((caught: unknown) => caught);
    expect(error).toMatchObject({ code: 'directory-unreachable' });
    expect(`${String(error)} ${(error as Error).stack}`).not.toMatch(/Kq4|Waits-Its/);
    await relay.stop();
  });

  it('of an account that nobody finds are a failure that says what to do', async () => {
    const settings = { ...settingsOf([lookAlike.url], lookAlike.ca), baseDn: `OU=Staff,${DOMAIN.base}` };
    await expect(ownPasswordDesk(settings).changePassword(REST, NEW)).rejects.toMatchObject({
      code: 'directory-misbehaved',
      message: expect.stringMatching(/no account called svc-latchkey-reset-b@.*name@domain/),
    });
    expect(lookAlike.counts().changes).toBe(0);
  });
});
