import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { checkedDomain } from '../../../adapters/active-directory/domain-settings.ts';
import { directoryReader } from '../../../adapters/active-directory/directory-reader.ts';
import { passwordDesk } from '../../../adapters/active-directory/password-desk.ts';
import { repairDesk } from '../../../adapters/active-directory/repair-desk.ts';
import { DATA_PROXY, settingsOf } from './ports-of.ts';

const DC = 'ldaps://dc1.corp.example.test';
const GOOD = settingsOf([DC], 'a certificate');
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
      expect(() => make({ ...GOOD, domainControllers: [DC, url] }, DATA_PROXY)).toThrow(
        `${url} is not of the form ldaps://host[:port]`,
      );
  });

  it.each([3268, 3269])('are refused with the port %s of a global catalog', (port) => {
    const url = `${DC}:${port}`;
    for (const make of [directoryReader, passwordDesk, repairDesk])
      expect(() => make({ ...GOOD, domainControllers: [url] }, DATA_PROXY)).toThrow(
        `${url} is a global catalog, which holds a part of each account and changes none`,
      );
  });

  it.each([
    [{ suffix: '' }, 'the suffix ""'],
    [{ suffix: 'test' }, 'the suffix "test"'],
    [{ suffix: '.example.test' }, 'the suffix ".example.test"'],
    [{ suffix: 'corp.example.test', site: 'Paris.evil' }, 'the site "Paris.evil"'],
    [{ suffix: 'corp.example.test', site: '' }, 'the site ""'],
    [{ suffix: 'corp.example.test', dnsServers: [] }, '"" are no addresses of DNS servers'],
    [{ suffix: 'corp.example.test', dnsServers: ['dns.example'] }, '"dns.example" are no addresses'],
  ])('are refused with the discovery %j', (domainControllers, why) => {
    expect(() => directoryReader({ ...GOOD, domainControllers }, DATA_PROXY)).toThrow(
      `The domain controllers of CORP cannot be discovered: ${why}`,
    );
  });

  it.each([0, -1, 1.5, Number.NaN])('are refused with %s connections at once', (atOnce) => {
    expect(() => directoryReader({ ...GOOD, atOnce }, DATA_PROXY)).toThrow('connections at once');
  });

  it('are checked once: the ports of the same settings share what is known of the domain controllers', () => {
    expect(checkedDomain(GOOD)).toBe(checkedDomain(GOOD));
    expect(checkedDomain({ ...GOOD })).not.toBe(checkedDomain(GOOD));
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
