import { describe, expect, it } from 'vitest';
import { BUILT_IN_QUESTIONNAIRE, BUILT_IN_QUESTIONS } from '../../domain/questionnaire/built-in.ts';
import { entryOf } from '../../local/directory/seed/entry-of.ts';
import { acceptable } from '../../local/directory/password-rules.ts';
import { CAST, DOMAIN, SECOND_CAST, SECOND_DOMAIN } from '../../local/people.ts';

describe.each([
  ['first', CAST, DOMAIN],
  ['second', SECOND_CAST, SECOND_DOMAIN],
] as const)('the cast of the %s domain', (_, cast, domain) => {
  it('has one username, one UPN and one sentence for each', () => {
    for (const property of ['username', 'upn', 'displayName', 'trouble', 'password'] as const)
      expect(new Set(cast.map((member) => member[property])).size).toBe(cast.length);
    for (const { trouble } of cast) expect(trouble).toMatch(/^[A-Z].*\.$/);
  });

  it('answers every built-in question where somebody is enrolled, long enough, and nowhere else', () => {
    for (const { enrolled, answers, personalMail } of cast) {
      expect(Boolean(answers)).toBe(enrolled);
      expect(Boolean(personalMail)).toBe(enrolled);
    }
    const asked = new Set<string>(BUILT_IN_QUESTIONNAIRE);
    const short = cast.flatMap(({ username, answers }) =>
      BUILT_IN_QUESTIONS.filter(
        ({ id, minimumLength }) =>
          asked.has(id) && answers !== undefined && (answers[id] ?? '').length < minimumLength,
      ).map(({ id }) => `${username}: ${id}`),
    );
    expect(short).toEqual([]);
  });

  it('has passwords that the rules in force for each would take', () => {
    for (const { username, displayName, password, pso } of cast) {
      const rules = domain.passwordSettings.find(({ name }) => name === pso) ?? domain.rules;
      const entry = entryOf('user', `CN=x,${domain.base}`, { sAMAccountName: username, displayName });
      expect([username, acceptable(password, rules, entry)]).toEqual([username, true]);
    }
  });

  it('names only groups and organizational units that exist, and reserved domains', () => {
    const groups = new Set([...domain.groups.map(({ name }) => name), 'Domain Admins']);
    for (const member of cast) {
      expect(member.groups.filter((name) => !groups.has(name))).toEqual([]);
      expect(domain.organizationalUnits).toContain(member.ou);
    }
    const addresses = cast.flatMap(({ mail, personalMail, upn }) =>
      [mail ?? [], personalMail ?? [], upn].flat(),
    );
    for (const address of addresses)
      expect(address).toMatch(/@(?:(?:corp|nord)\.example\.test|example\.(?:com|net|org))$/);
  });
});

describe('the cast of people', () => {
  it('has at least fourteen in the first domain', () => {
    expect(CAST.length).toBeGreaterThanOrEqual(14);
  });

  it('has somebody in each role, whose group exists, and the first of them out of reach of self-service', () => {
    for (const [role, group] of Object.entries(DOMAIN.roleGroups)) {
      expect(DOMAIN.groups.map(({ name }) => name)).toContain(group);
      expect([role, CAST.filter(({ groups }) => groups.includes(group)).length]).toEqual([role, 1]);
    }
    const administrator = CAST.find(({ groups }) => groups.includes(DOMAIN.roleGroups.administrator));
    expect(administrator?.ou.endsWith(DOMAIN.delegatedOu)).toBe(false);
    expect(administrator?.enrolled).toBe(false);
  });

  it('has an example of each trouble', () => {
    const flags = [
      'locked',
      'disabled',
      'accountExpired',
      'mustChange',
      'passwordExpired',
      'passwordExpiresInDays',
      'smartCard',
      'neverExpires',
      'cannotChangePassword',
      'adminCount',
      'privilegedFresh',
      'logonHours',
      'employeeId',
      'formerSids',
      'pso',
    ] as const;
    for (const flag of flags)
      expect([flag, CAST.some((member) => member[flag] !== undefined)]).toEqual([flag, true]);
    expect(CAST.some(({ mail }) => mail === undefined)).toBe(true);
    expect(CAST.some(({ enrolled }) => !enrolled)).toBe(true);
    expect(CAST.some(({ ou }) => !ou.endsWith(DOMAIN.delegatedOu))).toBe(true);
    expect(CAST.some(({ groups }) => groups.includes(DOMAIN.blockedGroup))).toBe(true);
  });
});
