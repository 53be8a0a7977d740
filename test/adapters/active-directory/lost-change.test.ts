import { describe, expect, it, vi } from 'vitest';
import { present } from './present.ts';
import { ALICE, wired } from './wired.ts';

const NEW = 'Brand-New-Secret-71';
const impatient = { deadlines: { connectMs: 200, operationMs: 200, totalMs: 1_000 } };
const { lookAlike, relay, at, alice } = wired();

describe('a change whose answer is lost', () => {
  it('is unknown after a reset, which may have been made', async () => {
    const { person } = await alice();
    const answer = await at([relay().url, lookAlike().url]).repairs.at(person, (bench) => {
      relay().cutAtNextAnswer();
      return present(bench).reset(NEW);
    });
    expect(answer).toEqual({ kind: 'unknown' });
    expect(lookAlike().isPassword('alice', NEW)).toBe(true);
    expect(lookAlike().counts().resets).toBe(1);
  });

  it('is unknown after silence, too', async () => {
    const { person } = await alice();
    const deadlines = { ...impatient.deadlines, connectMs: 3_000, totalMs: 9_000 };
    const answer = await at([relay().url], { deadlines }).repairs.at(person, (bench) => {
      lookAlike().misbehave('mute');
      return present(bench).unlock();
    });
    expect(answer).toEqual({ kind: 'unknown' });
  });

  it('is unknown after a change by its owner', async () => {
    const account = await alice();
    lookAlike().misbehave('cut-modify');
    const change = { from: 'Copper-Kettle-17', to: NEW };
    expect(await at([relay().url]).passwords.changePassword(account, change)).toEqual({ kind: 'unknown' });
    expect(lookAlike().isPassword('alice', NEW)).toBe(true);
    expect(lookAlike().counts().changes).toBe(1);
  });

  it('is no change at all when the connection was gone before it was sent: that is a failure', async () => {
    const { person } = await alice();
    const work = at([relay().url, lookAlike().url]).repairs.at(person, async (bench) => {
      await relay().cut();
      // By the time this is answered, the other end of the cut wire knows.
      await at([lookAlike().url]).reader.find(ALICE);
      return bench?.reset(NEW);
    });
    await expect(work).rejects.toMatchObject({ code: 'directory-unreachable' });
    expect(lookAlike().isPassword('alice', NEW)).toBe(false);
  });
});

it('lets its deadline rest while the domain works at the bench', async () => {
  const { person } = await alice();
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const answer = await at([relay().url]).repairs.at(person, async (bench) => {
    vi.advanceTimersByTime(600_000);
    return bench?.unlock();
  });
  vi.useRealTimers();
  expect(answer).toEqual({ kind: 'done' });
});
