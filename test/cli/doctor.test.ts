import { describe, expect, it } from 'vitest';
import { doctor } from '../../cli/commands/doctor.ts';
import type { Examination } from '../../client/api-types.ts';
import type { DomainFacts } from '../../domain/health/domain-facts.ts';
import { adminDesk } from '../support/admin-desk.ts';
import {
  aController,
  aHealthyDomain,
  anOwnAccount,
  aRoot,
  PROXY,
  scriptedExaminer,
} from '../support/examined-domain.ts';
import { aProduct } from '../support/product.ts';
import { sidOf } from '../support/scripted-account.ts';
import { atWork as atDemonstration } from './deployment-and-shell.ts';
import { scriptedSetting } from './scripted-setting.ts';

const LOCKED = anOwnAccount({ signIn: { kind: 'refused', reason: 'locked', said: '' } });
const CLOSED = aController({ connected: { kind: 'no', because: 'ECONNREFUSED' } });

/** The command against the product's own API, whose doctor sees this. */
async function atWork(seen: Readonly<Record<string, Partial<DomainFacts>>>, json = false) {
  const examiner = scriptedExaminer(
    async (domain) => aHealthyDomain({ domain, ...seen[domain] }),
    Object.keys(seen),
  );
  const product = aProduct({}, { examiner });
  product.script.know({
    kind: 'group',
    name: 'CORP\\Latchkey Administrators',
    id: sidOf(1701),
    distinguishedName: 'CN=Latchkey Administrators',
    displayName: 'Latchkey Administrators',
  });
  const { call } = await adminDesk(product).as('ines', 'auditor');
  return { product, setting: { ...scriptedSetting({}, json), call } };
}

describe('latchkey doctor', () => {
  it('ends well where all is well, and answers what is asked time and again of a gMSA', async () => {
    const { setting } = await atWork({ CORP: {} });
    await doctor(setting);
    const { out } = setting.said;
    expect(out).toMatch(
      /^CORP: all is well\n {2}fine {5}ldaps:\/\/dc1\.corp\.example: dc1\.corp\.example is 10\.0\.0\.1\.\n/,
    );
    expect(out).toContain('What the configuration names: all is well');
    expect(out).toMatch(/A group-managed service account \(gMSA\) cannot be one of the two accounts/);
    expect(out).not.toContain('To do:');
  });

  it('tells what is broken first, with its cause, what to do, and the command that mends it; and ends with 1', async () => {
    const { setting } = await atWork({
      CORP: { accounts: [LOCKED, anOwnAccount({ name: PROXY, role: 'data-proxy' })] },
    });
    await expect(doctor(setting)).rejects.toMatchObject({ exitCode: 1, message: '1 thing is broken.' });
    expect(setting.said.out).toMatch(
      /^CORP: broken\n {2}broken {3}CORP\\svc-selfservice: Can the self-service account sign in\?\n {11}It is locked out\.\n {11}To do: Unlock it, .*\n {13}PS> Unlock-ADAccount -Identity 'svc-selfservice'\n {2}fine/,
    );
  });

  it('ends well with nothing but warnings', async () => {
    const { setting } = await atWork({
      CORP: { controllers: [aController({ root: aRoot({ policyHints: false }) })] },
    });
    await doctor(setting);
    expect(setting.said.out).toMatch(
      /^CORP: warning\n {2}warning {2}ldaps:\/\/dc1\.corp\.example: Does a reset obey/,
    );
  });

  it('tells of one domain alone when asked to, and which there are when there is no such one', async () => {
    const { setting } = await atWork({ CORP: { controllers: [CLOSED] }, LAB: {} });
    await doctor(setting, 'lab');
    expect(setting.said.out).toMatch(/^LAB: all is well/);
    expect(setting.said.out).not.toContain('CORP:');
    await expect(doctor(setting, 'NOWHERE')).rejects.toMatchObject({
      exitCode: 2,
      message: 'There is no domain NOWHERE. --domain takes one of: CORP, LAB.',
    });
  });

  it('gives all of it as JSON, and still ends with 1', async () => {
    const { setting } = await atWork({ CORP: { controllers: [CLOSED] } }, true);
    await expect(doctor(setting)).rejects.toMatchObject({ exitCode: 1 });
    expect(JSON.parse(setting.said.out)).toMatchObject({
      domains: [{ domain: 'CORP', worst: 'broken' }],
      notes: expect.any(Array),
    });
  });

  it('keeps what was found for whoever looks later', async () => {
    const { product, setting } = await atWork({ CORP: { controllers: [CLOSED] } });
    await doctor(setting).catch(() => undefined);
    const kept = await product.ports.health.lastExamination();
    expect(kept?.domains[0]?.findings).toContainEqual(
      expect.objectContaining({ check: 'controller-port', state: 'broken' }),
    );
  });
});

describe('latchkey doctor, in the demonstration', () => {
  const work = atDemonstration('ada');

  it('finds nothing wrong, with every check made', async () => {
    const { code, out, talk } = await work().shell.latchkey(['--json', 'doctor', '--domain', 'corp']);
    expect([code, talk]).toEqual([0, expect.stringContaining('The doctor looks at the domains')]);
    const { domains, configuration } = JSON.parse(out) as Examination;
    const findings = [...domains.flatMap((one) => one.findings), ...configuration];
    expect(findings.filter(({ state }) => state !== 'fine')).toEqual([]);
    expect(new Set(findings.map(({ check }) => check)).size).toBe(21);
  });
});
