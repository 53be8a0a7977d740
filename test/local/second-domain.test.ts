import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { announcement } from '../../local/announcement.ts';
import { CAST, SECOND_CAST } from '../../local/people.ts';
import { type LocalLatchkey, startLocal } from '../../local/start-local.ts';

const folder = mkdtempSync(join(tmpdir(), 'latchkey-second-'));
const withSecond = {
  port: 0,
  dataFolder: folder,
  directory: { kind: 'embedded', secondDomain: true },
} as const;
let latchkey: LocalLatchkey;
beforeAll(async () => {
  latchkey = await startLocal(withSecond);
});
afterAll(async () => {
  await latchkey?.stop();
  rmSync(folder, { recursive: true });
});

const submit = async (path: string, fields: Record<string, string>) => {
  const { origin } = latchkey;
  const body = new URLSearchParams(fields);
  return (await fetch(latchkey.url(path), { method: 'POST', headers: { origin }, body })).text();
};
const password = (cast: typeof CAST, username: string): string =>
  cast.find((member) => member.username === username)?.password ?? '';

describe('the demonstration with a second domain', () => {
  it('serves two domains, each with its own address, authority and accounts; the first is the default one', () => {
    const served = JSON.parse(readFileSync(join(folder, 'domains.json'), 'utf8')) as {
      readonly netbiosName: string;
      readonly ca: readonly string[];
      readonly domainControllers: readonly string[];
    }[];
    expect(served.map(({ netbiosName }) => netbiosName)).toEqual(['CORP', 'NORD']);
    for (const own of ['ca', 'domainControllers'] as const)
      expect(new Set(served.flatMap((domain) => domain[own])).size).toBe(2);
    const passwords = latchkey.directories.flatMap(({ dataProxy, selfService }) => [
      dataProxy.password,
      selfService.password,
    ]);
    expect(new Set(passwords).size).toBe(4);
    expect(latchkey.configuration).toMatchObject({
      defaultDomain: 'CORP',
      claims: { mail: true, employeeNumber: 'employeeID' },
    });
  });

  it('shows the people of both, and how those of the second are typed', async () => {
    const page = await (await fetch(latchkey.url('/demo'))).text();
    const printed = announcement(latchkey, undefined);
    for (const { username } of SECOND_CAST) {
      expect(page).toContain(`NORD\\${username}`);
      expect(printed).toContain(`NORD\\${username}`);
    }
    for (const { username } of CAST) expect(page).toContain(`<bdi>${username}</bdi>`);
    for (const name of ['104217', 'front.desk@nord.example.test']) expect(page).toContain(name);
    expect(printed).toContain(latchkey.directories[1]?.urls[0]);
  });

  it('has everybody of both enrolled who is said to be', async () => {
    const enrolled: string[] = [];
    for await (const { person } of latchkey.ports.enrollments.all()) enrolled.push(person.domain);
    const said = (cast: typeof CAST) => cast.filter((member) => member.enrolled).length;
    expect(enrolled.filter((domain) => domain === 'CORP')).toHaveLength(said(CAST));
    expect(enrolled.filter((domain) => domain === 'NORD')).toHaveLength(said(SECOND_CAST));
    expect(said(SECOND_CAST)).toBeGreaterThan(0);
  });

  it.each([
    ['alice', CAST, 'alice'],
    ['CORP\\alice', CAST, 'alice'],
    ['sofia.rossi@example.com', CAST, 'sofia'],
    ['NORD\\alice', SECOND_CAST, 'alice'],
    ['nord.example.test\\alice', SECOND_CAST, 'alice'],
    ['alice@nord.example.test', SECOND_CAST, 'alice'],
    ['alice.lund@example.com', SECOND_CAST, 'alice'],
  ])('signs %s in to Windows in their own domain', async (username, cast, own) => {
    const other = cast === CAST ? SECOND_CAST : CAST;
    expect(await submit('/demo/sign-in', { username, password: password(cast, own) })).toContain('Welcome');
    expect(await submit('/demo/sign-in', { username, password: password(other, 'alice') })).toContain(
      'incorrect',
    );
  });

  it('locks an account in the domain that is named, and knows it after a restart', async () => {
    expect(await submit('/demo/lock-out', { locked: 'NORD\\alice' })).toContain('currently locked out');
    const locked = () => latchkey.directories.map(({ lookAlike }) => lookAlike?.person('alice')?.locked);
    expect(locked()).toEqual([false, true]);
    await latchkey.stop();
    latchkey = await startLocal(withSecond);
    expect(locked()).toEqual([false, true]);
  });

  it('keeps its folder for two domains: another start with one domain is refused', async () => {
    await expect(startLocal({ port: 0, dataFolder: folder })).rejects.toThrow(
      /begun with another directory .*the second one.* --reset/,
    );
  });
});
