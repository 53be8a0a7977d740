import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { directoryReader } from '../../../adapters/active-directory/directory-reader.ts';
import { passwordDesk } from '../../../adapters/active-directory/password-desk.ts';
import { repairDesk } from '../../../adapters/active-directory/repair-desk.ts';
import { DATA_PROXY, settingsOf } from './ports-of.ts';

const GOOD = settingsOf(['ldaps://dc1.corp.example.test'], 'a certificate');
const ADAPTER = fileURLToPath(
  new URL('../../../adapters/active-directory/directory-reader.ts', import.meta.url),
);

describe('the settings of a domain', () => {
  it.each([
    'ldap://dc1.corp.example.test',
    'LDAP://dc1.corp.example.test:636',
    'https://dc1.corp.example.test',
    'dc1.corp.example.test',
    'ldaps://',
    'ldaps://dc1.corp.example.test/DC=corp',
    'ldaps://name:secret@dc1.corp.example.test',
    'ldaps://dc1.corp.example.test:port',
  ])('are refused by every port with a domain controller at %s', (url) => {
    for (const make of [directoryReader, passwordDesk, repairDesk])
      expect(() =>
        make({ ...GOOD, domainControllers: [...GOOD.domainControllers, url] }, DATA_PROXY),
      ).toThrow(`${url} is not of the form ldaps://host[:port]`);
  });

  it('are refused without an authority to trust: Node would trust the public ones', () => {
    expect(() => directoryReader({ ...GOOD, ca: [] }, DATA_PROXY)).toThrow('CORP has no CA certificate');
  });

  it('are refused without a domain controller', () => {
    expect(() => directoryReader({ ...GOOD, domainControllers: [] }, DATA_PROXY)).toThrow(
      'no domain controller',
    );
  });

  it.each(['ldapts', 'http,LDAPTS', '*', 'ldap*'])(
    'are refused while NODE_DEBUG=%s makes the LDAP client print passwords',
    async (debug) => {
      const script = `
        const { directoryReader } = await import(${JSON.stringify(ADAPTER)});
        directoryReader(${JSON.stringify(GOOD)}, { current() {}, refreshed() {} });`;
      const made = (environment: NodeJS.ProcessEnv) =>
        promisify(execFile)(process.execPath, ['--input-type=module', '-e', script], {
          env: { ...process.env, ...environment },
          // Node says a lot about each module it loads when everything is switched on.
          maxBuffer: 64 * 1024 * 1024,
        });
      await expect(made({ NODE_DEBUG: debug })).rejects.toThrow('NODE_DEBUG switches on ldapts');
      await expect(made({ NODE_DEBUG: '' })).resolves.toBeDefined();
    },
  );
});
