import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ACCESS, type AccessEntry, FLAG } from '../../adapters/active-directory/access/access-entry.ts';
import type { Credential } from '../../adapters/active-directory/credential-source.ts';
import { directoryReader } from '../../adapters/active-directory/directory-reader.ts';
import type { DomainSettings } from '../../adapters/active-directory/domain-settings.ts';
import { domainExaminer } from '../../adapters/active-directory/examiner/domain-examiner.ts';
import { examine } from '../../domain/health/examine.ts';
import type { CheckName, Finding } from '../../domain/health/finding.ts';
import type { GroupRef } from '../../domain/policy/audience.ts';
import { patienceFor, VISIT_MS } from '../../lambdas/doctor/patience.ts';
import { RIGHT } from '../../local/directory/access-list.ts';
import { createAuthority } from '../../local/directory/certificates.ts';
import { sambaInstalled } from '../../local/samba/installed.ts';
import { type SambaDirectory, startSamba } from '../../local/samba/start-samba.ts';
import { DOMAIN } from '../../local/people.ts';
import { fixed, settingsOf } from '../adapters/active-directory/ports-of.ts';
import { present } from '../adapters/active-directory/present.ts';
import { sambaTemplate } from '../directory/samba.ts';
import { aConfiguration, anAudience, aUserConfiguration } from '../support/configured.ts';
import { filetime } from '../support/scripted-account.ts';
import { type Administrator, administratorOf } from './administrator.ts';
import { carryOut } from './carry-out.ts';

const STAFF = `OU=Staff,${DOMAIN.base}`;
const IT = `OU=IT,${DOMAIN.base}`;
const SETTINGS_CONTAINER = `CN=Password Settings Container,CN=System,${DOMAIN.base}`;
const REPAIRER = DOMAIN.resetter.username;
const USER_CLASS = 'bf967aba-0de6-11d0-a285-00aa003049e2';
const MINUTE = 60_000;

/** What is wrong on our side of the wire. */
interface Circumstances {
  readonly settings?: Partial<DomainSettings>;
  readonly dataProxy?: Credential;
  readonly clockOffMs?: number;
  readonly group?: GroupRef;
}

describe.skipIf(!sambaInstalled())('the doctor, on Samba AD', () => {
  const dir = mkdtempSync(path.join(tmpdir(), 'latchkey-samba-'));
  let running: SambaDirectory | undefined;
  let at: Administrator | undefined;
  const samba = () => present(running);
  const administrator = () => present(at);

  const start = async (certificate: { host?: string; address?: string; days?: number }, first = false) => {
    await running?.stop();
    running = await startSamba({ dir, ...(first && { template: sambaTemplate() }), certificate });
  };

  beforeAll(async () => {
    await start({ days: 20 }, true);
  });
  afterAll(async () => {
    await at?.done();
    await running?.stop();
    rmSync(dir, { recursive: true, force: true });
  });

  const visit = async (circumstances: Circumstances = {}): Promise<readonly Finding[]> => {
    const { settings: changes, dataProxy = DOMAIN.reader, clockOffMs = 0, group } = circumstances;
    const { urls, ca } = samba();
    const settings = { ...settingsOf(urls, ca), ...changes };
    const proxy = fixed({ username: dataProxy.username, password: dataProxy.password });
    const repairer = fixed({ username: DOMAIN.resetter.upn, password: DOMAIN.resetter.password });
    const clock = { now: () => Date.now() + clockOffMs };
    const rule = aUserConfiguration('staff', {
      include: anAudience(group ? { groups: [group] } : { everyone: true }),
    });
    const configuration = aConfiguration({
      administrators: [],
      eligibility: { bases: [STAFF, IT], protectedGroups: [] },
      document: { userConfigurations: [rule] },
    });
    const { domains, configuration: references } = await examine({
      examiner: domainExaminer([{ settings, dataProxy: proxy, selfService: repairer }], clock),
      directory: directoryReader(settings, proxy),
      configuration: { current: async () => configuration },
      clock,
      patience: patienceFor(VISIT_MS),
    });
    return [...domains.flatMap(({ findings }) => findings), ...references];
  };

  /** The doctor finds exactly this, with what to do about it. */
  const finds = async (check: CheckName, circumstances?: Circumstances): Promise<Finding> => {
    const trouble = (await visit(circumstances)).filter(({ state }) => state !== 'fine');
    expect(trouble.map((finding) => finding.check)).toEqual([check]);
    const [finding] = trouble;
    expect(finding).toMatchObject({ remedy: expect.any(String), cause: expect.any(String) });
    return present(finding);
  };
  const mend = async (findings: readonly Finding[]): Promise<void> => {
    for (const command of findings.flatMap(({ commands = [] }) => commands))
      await carryOut(administrator(), command);
  };
  const isGreen = async (circumstances?: Circumstances): Promise<void> => {
    const findings = await visit(circumstances);
    expect(findings.filter(({ state }) => state !== 'fine')).toEqual([]);
    expect(findings.length).toBeGreaterThan(25);
  };
  /** Breaks something in the domain, has it found and mended by the printed commands, and looks again. */
  const findsAndMends = async (check: CheckName, breakIt: () => Promise<void>): Promise<Finding> => {
    await breakIt();
    const finding = await finds(check);
    expect(finding.commands).not.toEqual([]);
    await mend([finding]);
    await isGreen();
    return finding;
  };
  const repairer = () => administrator().named(REPAIRER);

  it('tells of the days a certificate has left, and of one that is made out to another name', async () => {
    const soon = (await visit()).find(({ check }) => check === 'controller-certificate-days');
    expect(soon).toMatchObject({
      state: 'warning',
      cause: expect.stringMatching(/ends on .*, in (19|20) days/),
    });

    await start({ host: 'dc7.corp.example.test', address: '127.0.0.7' });
    const other = await finds('controller-certificate-name');
    expect(other.cause).toBe(
      `Its certificate is made out to dc7.corp.example.test, 127.0.0.7, and not to ${new URL(samba().urls[0] ?? '').hostname}.`,
    );

    await start({});
    const days = (await visit()).find(({ check }) => check === 'controller-certificate-days');
    expect(days).toMatchObject({ state: 'fine', cause: expect.stringContaining('364 days') });
  });

  it('is green once the commands were carried out for a unit nobody had delegated, and no history is demanded that Samba would not keep', async () => {
    at = await administratorOf(samba());
    const findings = (await visit()).filter(({ state }) => state !== 'fine');
    expect(findings.map(({ check, object }) => [check, object])).toEqual([
      ['policy-hints', samba().urls[0]],
      ['reset-right', IT],
      ['unlock-right', IT],
      ['must-change-right', IT],
    ]);
    await mend(findings);
    await administrator().set(DOMAIN.base, 'pwdHistoryLength', '0');
    await administrator().set(`CN=PSO-VIP,${SETTINGS_CONTAINER}`, 'msDS-PasswordHistoryLength', '0');
    await isGreen();
  });

  it('finds a name that does not resolve, and a port that is closed', async () => {
    const [url = ''] = samba().urls;
    const name = 'ldaps://dc9.corp.example.invalid';
    expect(await finds('controller-name', { settings: { domainControllers: [url, name] } })).toMatchObject({
      object: name,
      state: 'broken',
      cause: expect.stringContaining('dc9.corp.example.invalid does not resolve'),
    });
    const closed = url.replace(/:\d+$/, ':6360');
    expect(await finds('controller-port', { settings: { domainControllers: [url, closed] } })).toMatchObject({
      object: closed,
      cause: expect.stringContaining('Nothing listens'),
    });
    await isGreen();
  });

  it('finds an authority that is not trusted, and says which one to add', async () => {
    const { certificate } = createAuthority('Another authority');
    const finding = await finds('controller-trust', { settings: { ca: [certificate] } });
    expect(finding.remedy).toContain(`Add the certificate of Throw-away CA of ${DOMAIN.domainController}`);
    await isGreen({ settings: { ca: [certificate, samba().ca] } });
  });

  it('finds a wrong password of the data proxy account, and tries it once', async () => {
    const wrong = { username: DOMAIN.reader.upn, password: 'Not-the-right-one-1' };
    // The domain locks after five: whoever calls the doctor again and again must not lock the account in one visit.
    const finding = await finds('data-proxy-account', { dataProxy: wrong });
    expect(finding.cause).toContain('not the one in the secret');
    await isGreen();
  });

  it('finds that the self-service account is locked', () =>
    findsAndMends('self-service-account', async () =>
      administrator().set(await repairer(), 'lockoutTime', filetime(Date.now())),
    ));

  it('finds that its password must be changed', () =>
    findsAndMends('self-service-account', async () => {
      // Of an account whose password never expires it is not asked.
      await administrator().set(await repairer(), 'userAccountControl', '512');
      await administrator().set(await repairer(), 'pwdLastSet', '0');
    }));

  it.each<[CheckName, string, string]>([
    ['reset-right', 'Reset Password', RIGHT.resetPassword],
    ['unlock-right', 'lockoutTime', RIGHT.lockoutTime],
    ['must-change-right', 'pwdLastSet', RIGHT.pwdLastSet],
  ])('finds the %s missing on one of two units', async (check, words, object) => {
    const finding = await findsAndMends(check, () => takeFrom(administrator(), IT, { object }));
    expect(finding.object).toBe(IT);
    expect(finding.commands?.[0]?.line).toContain(words);
  });

  it('finds that userAccountControl may be written, which is too much, and takes that entry away alone', async () => {
    const finding = await findsAndMends('rights-too-many', async () =>
      give(administrator(), STAFF, {
        mask: ACCESS.write,
        object: RIGHT.userAccountControl,
        sid: await administrator().sidOf(await repairer()),
      }),
    );
    expect(finding).toMatchObject({
      object: STAFF,
      cause: expect.stringContaining('may write userAccountControl'),
    });
  });

  it('finds full control, and gives back what is needed', async () => {
    const finding = await findsAndMends('rights-too-many', async () => {
      const sid = await administrator().sidOf(await repairer());
      await administrator().rewrite(STAFF, (own) => own.filter((entry) => entry.sid !== sid));
      await give(administrator(), STAFF, { mask: ACCESS.full, sid });
    });
    expect(finding).toMatchObject({ state: 'broken', cause: expect.stringContaining('do everything') });
    expect(finding.commands).toHaveLength(4);
  });

  it('finds that the account is a Domain Admin', () =>
    findsAndMends('account-privilege', async () =>
      administrator().join(`CN=Domain Admins,CN=Users,${DOMAIN.base}`, await repairer()),
    ));

  it('finds that password settings cannot be read', async () => {
    const sid = await administrator().sidOf(await administrator().named(DOMAIN.reader.username));
    const finding = await findsAndMends('password-settings', () =>
      takeFrom(administrator(), SETTINGS_CONTAINER, { sid }),
    );
    expect(finding.object).toBe(`${DOMAIN.netbios}\\${DOMAIN.reader.username}`);
  });

  it('finds a wrong base DN, and says the right one', async () => {
    const finding = await finds('base-dn', { settings: { baseDn: 'DC=corp,DC=example,DC=tset' } });
    expect(finding.remedy).toContain(DOMAIN.base);
    await isGreen({ settings: { baseDn: 'dc=Corp, DC=example,DC=test' } });
  });

  it.each([
    [6, 'behind', 'broken'],
    [-6, 'ahead of', 'broken'],
    [2, 'behind', 'warning'],
  ])('finds a clock that is off, ours being %i minutes ahead', async (minutes, way, state) => {
    const finding = await finds('controller-clock', { clockOffMs: minutes * MINUTE });
    expect(finding).toMatchObject({
      state,
      cause: `Its clock is ${Math.abs(minutes)} minutes ${way} ours, which AWS keeps.`,
    });
    await isGreen({ clockOffMs: 10_000 });
  });

  it('finds a group that a user configuration names and that is gone', async () => {
    const name = `CN=Short-lived,OU=Groups,${DOMAIN.base}`;
    await administrator().add(name, { objectClass: 'group', sAMAccountName: 'Short-lived' });
    const group = { name: 'CORP\\Short-lived', sid: await administrator().sidOf(name) };
    await isGreen({ group });
    await administrator().remove(name);
    const finding = await finds('configuration-reference', { group });
    expect(finding.cause).toContain('Group "CORP\\Short-lived"');
    await isGreen();
  });
});

const give = (
  administrator: Administrator,
  name: string,
  entry: Pick<AccessEntry, 'mask' | 'object' | 'sid'>,
): Promise<void> =>
  administrator.rewrite(name, (own) => [
    { ...entry, allow: true, flags: FLAG.containerInherit | FLAG.inheritOnly, inheritedBy: USER_CLASS },
    ...own,
  ]);

/** Takes the entries that are like this one. */
const takeFrom = (administrator: Administrator, name: string, like: Partial<AccessEntry>): Promise<void> =>
  administrator.rewrite(name, (own) =>
    own.filter(
      (entry) => !Object.entries(like).every(([key, value]) => entry[key as keyof AccessEntry] === value),
    ),
  );
