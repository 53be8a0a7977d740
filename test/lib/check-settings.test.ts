import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { checkSettings } from '../../lib/check-settings.ts';
import { chosenSettings, settingsNames } from '../../lib/chosen-settings.ts';

/** Before the certificate of the examples ends. */
const NOW = Date.parse('2027-01-01T00:00:00Z');
const ROOT = path.join(import.meta.dirname, '..', '..');
const folder = mkdtempSync(path.join(tmpdir(), 'latchkey-config-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A file of settings: the example with something else in it. */
const write = (name: string, changes: string): void =>
  writeFileSync(
    path.join(folder, `${name}.ts`),
    `import { defineConfig } from '${ROOT}/lib/settings.ts';
const network = {
  kind: 'new-vpc-vpn', customerGatewayIp: '203.0.113.10', bgpAsn: 65010,
  onPremisesCidrs: ['10.20.0.0/16'], dynamoDbPrefixListId: 'pl-6fa54006',
};
export default defineConfig({
  name: 'Written',
  organization: { name: 'Example Ltd', helpDeskPhone: '+44 20 7946 0000' },
  administrators: [{ name: 'CORP\\\\Admins', sid: 'S-1-5-21-1-2-3-1108' }],
  portal: { allowList: ['198.51.100.0/24'] },
  administration: { allowList: ['198.51.100.0/28'] },
  domains: [{
    netbiosName: 'CORP', dnsName: 'corp.example.com',
    domainControllers: [{ url: 'ldaps://dc1.corp.example.com', address: '10.20.0.11' }],
    baseDn: 'DC=corp,DC=example,DC=com', caFile: 'config/example-ca.pem',
    bases: ['OU=People,DC=corp,DC=example,DC=com'],
    accounts: { dataProxy: { username: 'reader' }, selfService: { username: 'setter' } },
  }],
  network,
  mail: { from: 'reset@example.com' },
  ${changes}
});
`,
  );
write('right', '');
write('wrong', "name: 'not one', network: { ...network, cidr: '10.20.1.0/24', nta: true },");
writeFileSync(path.join(folder, 'torn.ts'), "throw new Error('no settings here');\n");

describe('npm run config:check', () => {
  test('finds no mistake in any example, whichever way it is joined to the premises', async () => {
    const { lines, exitCode } = await checkSettings([], NOW);
    expect(exitCode).toBe(0);
    const names = await settingsNames();
    expect(lines.filter((line) => !line.startsWith(' ')).map((line) => line.split(':')[0])).toEqual(
      names.map((name) => `config/${name}.ts`),
    );
    const examples = await Promise.all(
      names.filter((name) => name.startsWith('example')).map((name) => chosenSettings(name)),
    );
    expect(new Set(examples.map(({ network }) => network.kind))).toEqual(
      new Set(['new-vpc-vpn', 'new-vpc-transit-gateway', 'existing-vpc']),
    );
    expect(examples.some(({ network }) => network.loadBalancer)).toBe(true);
  });

  test('says every warning of settings that are right, and ends well', async () => {
    const { lines, exitCode } = await checkSettings(['right'], NOW, folder);
    expect(exitCode).toBe(0);
    expect(lines[0]).toBe('config/right.ts: no mistake, 5 warnings');
    expect(lines.slice(1)).toEqual([
      expect.stringContaining('  warning: The domain CORP lists one domain controller'),
      expect.stringContaining('  warning: No canary'),
      expect.stringContaining(
        '  warning: In "Everyone", nobody can unlock or reset without security answers',
      ),
      expect.stringContaining("  warning: trail.lock is 'compliance': nobody, not even root"),
      expect.stringContaining('  warning: No alarm wakes anybody'),
    ]);
  });

  test('says every mistake with its place and what to write, and ends with 3 as the command line does', async () => {
    const { lines, exitCode } = await checkSettings(['right', 'wrong'], NOW, folder);
    expect(exitCode).toBe(3);
    expect(lines.slice(lines.indexOf('config/wrong.ts: 3 mistakes'))).toEqual([
      'config/wrong.ts: 3 mistakes',
      '  name: "not one" will not do: give a short name of letters and digits, such as Production',
      '  network.nta: is no setting: check how it is written and where it stands, or remove it',
      "  network.onPremisesCidrs[0]: 10.20.0.0/16 overlaps the VPC's 10.20.1.0/24: choose another network.cidr",
    ]);
  });

  test('tells a file that is no settings, and a name that is none, from mistakes', async () => {
    expect(await checkSettings(['torn'], NOW, folder)).toEqual({
      lines: ['config/torn.ts cannot be read as settings: no settings here'],
      exitCode: 1,
    });
    expect(await checkSettings(['nowhere'], NOW, folder)).toEqual({
      lines: ['There is no config/nowhere.ts. There are: right, torn, wrong'],
      exitCode: 2,
    });
  });
});
