import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Call } from '../../client/client.ts';
import type { Registration } from '../../client/api-types.ts';
import { pages } from '../../client/pages.ts';
import { CAST, DOMAIN, SECOND_CAST, SECOND_DOMAIN, type CastMember } from '../../local/people.ts';
import { countingHasher } from '../support/counting-hasher.ts';
import { administratorAt, counted, problemOf } from './proofs/administering.ts';
import { askJson, provenFlow } from './proofs/json-client.ts';
import { northerner, northerners } from './proofs/northerners.ts';
import { codeIn } from './proofs/over-http.ts';
import { startRunning, type Running } from './proofs/running.ts';

const NEW_PASSWORD = 'Quiet-Harbour-42-x';
const [HELPED, CAUGHT] = northerners(2) as readonly [CastMember, CastMember];
/** In the groups that administer, as they are called in a domain from which nobody does. */
const PRETENDERS = northerners(
  1,
  { enrolled: false, groups: Object.values(SECOND_DOMAIN.roleGroups) },
  'ada',
);
const SECOND = [...SECOND_CAST, HELPED, CAUGHT, ...PRETENDERS];
const SOFIA = CAST.find(({ username }) => username === 'sofia') ?? expect.fail('nobody is called sofia');

const signInAsAdministrator = (running: Running, username: string, password: string) =>
  askJson(running, 'POST', '/api/admin/session', { username, password });

describe('administering two domains', () => {
  let running: Running;
  let ada: Call;
  let hugo: Call;
  beforeAll(async () => {
    running = await startRunning({
      people: CAST,
      second: SECOND,
      wrap: (ports) => ({ ...ports, hasher: countingHasher() }),
    });
    [ada, hugo] = [await administratorAt(running, 'ada'), await administratorAt(running, 'hugo')];
  });
  afterAll(() => running?.stop());

  const everybody = async (limit?: string): Promise<readonly Registration[]> => {
    const rows: Registration[] = [];
    const page = (cursor: string | undefined) =>
      hugo('GET /api/admin/registrations', { query: { cursor, limit } });
    for await (const { rows: more } of pages(page)) rows.push(...more);
    return rows;
  };

  it('is for those of the default domain, however they are typed, and for nobody of a group of that name', async () => {
    const { password } =
      CAST.find(({ username }) => username === 'ada') ?? expect.fail('nobody is called ada');
    for (const name of ['ada', 'CORP\\ada', 'ada@corp.example.test'])
      expect([name, codeIn(await signInAsAdministrator(running, name, password))]).toEqual([name, 'done']);
    const refused = codeIn(await signInAsAdministrator(running, 'NORD\\nobody', password));
    for (const { username, password: own } of PRETENDERS)
      expect(codeIn(await signInAsAdministrator(running, `NORD\\${username}`, own))).toBe(refused);
    expect(refused).not.toBe('done');
  });

  it('reports page by page over both domains, nobody twice and nobody left out', async () => {
    const whole = await everybody();
    const names = whole.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(names).toEqual(expect.arrayContaining(CAST.map(({ username }) => `CORP\\${username}`)));
    expect(names).toEqual(expect.arrayContaining(SECOND.map(({ username }) => `NORD\\${username}`)));
    for (const limit of ['1', '7', String(names.findIndex((name) => name.startsWith('NORD\\')))])
      expect((await everybody(limit)).map(({ name }) => name)).toEqual(names);
    const statuses = Object.values(await counted(hugo)).reduce((sum, count) => sum + count, 0);
    expect(statuses).toBe(names.length);
    const statusOf = new Map(whole.map(({ name, status }) => [name, status]));
    expect(statusOf.get('CORP\\alice')).toBe('registered');
    expect(statusOf.get('NORD\\alice')).toBe('registered');
    expect(statusOf.get('NORD\\leif')).toBe('never');
  });

  it.each([
    ['alice@corp.example.test', ['CORP\\alice', 'NORD\\erik']],
    ['front.desk@nord.example.test', ['NORD\\leif', 'NORD\\ragna']],
    ['104217', ['CORP\\kofi.mensah', 'NORD\\leif']],
  ])('explains to the help desk that %s is two people, and which', async (claim, names) => {
    const told = await hugo('POST /api/admin/explain', { body: { claim } });
    expect(told).toMatchObject({ found: 'several', names });
    for (const name of names) expect(told.sentences.join('\n')).toContain(name);
  });

  it('explains each of two people with one user name', async () => {
    for (const [claim, displayName] of [
      ['alice', 'Alice Okafor'],
      ['NORD\\alice', 'Alice Lund'],
      ['204500', 'Alice Lund'],
    ] as const) {
      const told = await hugo('POST /api/admin/explain', { body: { claim } });
      expect([claim, told.found, JSON.stringify(told.explanation)]).toEqual([
        claim,
        'one',
        expect.stringContaining(displayName),
      ]);
    }
  });

  it('revokes what one of them registered, and not what the other did', async () => {
    const query = { username: 'NORD\\alice', kinds: 'registration-revoked' };
    const people = [northerner(running, 'alice')];
    expect(
      await hugo('POST /api/admin/registrations/revoke', { body: { people, reason: 'A lost telephone' } }),
    ).toMatchObject({ results: [{ result: 'revoked' }] });
    expect(await running.ports.enrollments.find(running.person('alice'))).toMatchObject({
      addresses: [expect.anything()],
    });
    const statusOf = new Map((await everybody()).map(({ name, status }) => [name, status]));
    expect([statusOf.get('CORP\\alice'), statusOf.get('NORD\\alice')]).toEqual(['registered', 'never']);
    const events = async (username: string) =>
      (await hugo('GET /api/admin/trail', { query: { ...query, username } })).events.length;
    expect([await events('CORP\\alice'), await events('NORD\\alice')]).toEqual([0, 1]);
  });

  it('sees both in the doctor’s visit, each with its own account and units, and nothing broken', async () => {
    const found = await ada('POST /api/admin/examination', { body: {} });
    expect(found.domains.map(({ domain, worst }) => [domain, worst === 'broken'])).toEqual([
      ['CORP', false],
      ['NORD', false],
    ]);
    const units = found.domains.map(({ findings }) =>
      findings.filter(({ check }) => check === 'served-unit').map(({ object }) => object),
    );
    expect(units).toEqual([[`OU=Staff,${DOMAIN.base}`], [`OU=Staff,${SECOND_DOMAIN.base}`]]);
    expect(found.configuration.filter(({ state }) => state === 'broken')).toEqual([]);
  });

  it('judges everybody of both in the pre-flight', async () => {
    await running.functions.preFlight();
    const rows: string[] = [];
    for await (const page of pages((cursor) => hugo('GET /api/admin/pre-flight', { query: { cursor } })))
      rows.push(...page.rows.map(({ name, colour }) => `${name} ${colour}`));
    expect(rows.map((row) => row.split(' ')[0])).toEqual((await everybody()).map(({ name }) => name));
    expect(rows).toContain(`NORD\\${HELPED.username} green`);
    expect(rows).toContain('NORD\\alice red');
    expect(rows).toContain('CORP\\alice green');
  });

  describe('while the second is down', () => {
    it('lets the default domain recover, and what was begun in the other one go on later', async () => {
      const begun = await provenFlow(running, { ...CAUGHT, username: CAUGHT.mail ?? '' });
      running.second().misbehave('cut');
      const own = await provenFlow(running, { ...SOFIA, username: 'CORP\\sofia' });
      expect(codeIn(await own.reset(NEW_PASSWORD))).toBe('done');
      expect(running.lookAlike().isPassword('sofia', NEW_PASSWORD)).toBe(true);
      const cut = await begun.reset(NEW_PASSWORD);
      expect([cut.status, codeIn(cut)]).toEqual([503, 'service-problem']);
      running.second().misbehave(undefined);
      expect(codeIn(await begun.reset(NEW_PASSWORD))).toBe('done');
      expect(running.second().isPassword(CAUGHT.username, NEW_PASSWORD)).toBe(true);
    });

    it('says so to administrators, by the name of the domain, and goes on with the other', async () => {
      running.second().misbehave('cut');
      const found = await ada('POST /api/admin/examination', { body: {} });
      expect(found.domains.map(({ domain, worst }) => [domain, worst === 'broken'])).toEqual([
        ['CORP', false],
        ['NORD', true],
      ]);
      const told = await problemOf(hugo('POST /api/admin/explain', { body: { claim: 'NORD\\alice' } }));
      expect(told).toMatchObject({ status: 503, code: 'service-problem' });
      const noted = running.lines.find((line) => line.includes(told.reference ?? 'no reference'));
      expect(noted).toMatch(/directory-unreachable.*NORD/);
      expect(await hugo('POST /api/admin/explain', { body: { claim: 'CORP\\alice' } })).toMatchObject({
        found: 'one',
      });
      expect(await problemOf(everybody())).toMatchObject({ status: 503 });
      running.second().misbehave(undefined);
      expect((await everybody()).length).toBeGreaterThan(CAST.length);
    });
  });
});
