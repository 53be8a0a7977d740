import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { controllerDiscovery } from '../../../../adapters/active-directory/controllers/controller-discovery.ts';
import type { Discovery } from '../../../../adapters/active-directory/controllers/discovery.ts';
import { checkedDomain } from '../../../../adapters/active-directory/domain-settings.ts';
import { knownController } from '../../../../adapters/active-directory/controllers/known-controller.ts';
import { type DnsServer, srv, startDnsServer } from './dns-server.ts';
import { settingsOf } from '../ports-of.ts';

const DNS = 'corp.example.test';
const PDC = `_ldap._tcp.pdc._msdcs.${DNS}`;
const SITE = `_ldap._tcp.Paris._sites.dc._msdcs.${DNS}`;
const ALL = `_ldap._tcp.dc._msdcs.${DNS}`;
const urls = (...hosts: string[]): string[] => hosts.map((host) => `ldaps://${host}.${DNS}`);

let dns: DnsServer;
let time = 0;
let told: string[] = [];
beforeAll(async () => {
  dns = await startDnsServer();
});
afterAll(() => dns.stop());
beforeEach(() => {
  dns.knows([]);
  time = 0;
  told = [];
});

const discovering = (more: Partial<Discovery> = {}) =>
  controllerDiscovery({
    netbiosName: 'CORP',
    dnsName: DNS,
    discovery: { suffix: DNS, dnsServers: [dns.address], ...more },
    timeoutMs: 300,
    now: () => time,
    chance: () => 0.5,
    told: ({ message }) => told.push(message),
  });

describe('domain controllers that are discovered', () => {
  it('are the PDC emulator, then those of the site, then the others by priority, each once', async () => {
    dns.knows([
      srv(ALL, `far.${DNS}`, { priority: 10 }),
      srv(ALL, `near.${DNS}`),
      srv(ALL, `Pdc.${DNS}`),
      srv(SITE, `paris.${DNS}`),
      srv(SITE, `pdc.${DNS}`),
      srv(PDC, `pdc.${DNS}`),
    ]);
    expect(await discovering({ site: 'Paris' })()).toEqual(urls('pdc', 'paris', 'near', 'far'));
    const [first, ...others] = await discovering()();
    expect([first, others.toSorted()]).toEqual([urls('pdc')[0], urls('far', 'near').toSorted()]);
  });

  it('are always gone to by LDAPS on its own port, whatever port is named', async () => {
    dns.knows([srv(PDC, `pdc.${DNS}`)]);
    expect(await discovering()()).toEqual([`ldaps://pdc.${DNS}`]);
  });

  it.each([
    'dc1.evil.example',
    `dc1.${DNS}.evil.example`,
    `evil${DNS}`,
    `a b.${DNS}`,
    `x/../@evil.example/.${DNS}`,
  ])('are never outside the suffix: %s is dropped, and that is told', async (host) => {
    dns.knows([srv(PDC, host), srv(ALL, `dc2.${DNS}`)]);
    expect(await discovering()()).toEqual(urls('dc2'));
    expect(told).toHaveLength(1);
    expect(told[0]).toContain(`it is not under ${DNS} and is not gone to`);
  });

  it('may be looked for in one branch only of a forest', async () => {
    dns.knows([srv(ALL, `dc1.${DNS}`), srv(ALL, `dc2.eu.${DNS}`)]);
    expect(await discovering({ suffix: `EU.${DNS}.` })()).toEqual(urls('dc2.eu'));
  });

  it('are none where the record says that there is no such service', async () => {
    dns.knows([srv(ALL, '.')]);
    await expect(discovering()()).rejects.toMatchObject({
      code: 'directory-unreachable',
      message: expect.stringContaining(`nothing under ${DNS} is named at ${PDC}, ${ALL}`) as string,
    });
    expect(told).toEqual([]);
  });

  it('are remembered for five minutes, and asked for once however many ask', async () => {
    dns.knows([srv(ALL, `dc1.${DNS}`)]);
    const before = dns.asked()[ALL.toLowerCase()] ?? 0;
    const controllers = discovering();
    const asked = () => (dns.asked()[ALL.toLowerCase()] ?? 0) - before;
    await Promise.all(Array.from({ length: 9 }, () => controllers()));
    expect(asked()).toBe(1);
    time += 5 * 60_000 - 1;
    dns.knows([srv(ALL, `dc2.${DNS}`)]);
    expect(await controllers()).toEqual(urls('dc1'));
    time += 1;
    expect(await controllers()).toEqual(urls('dc2'));
    expect(asked()).toBe(2);
  });

  it('stay those of the last good answer while DNS is silent, which is told; and DNS is asked again soon', async () => {
    dns.knows([srv(PDC, `dc1.${DNS}`), srv(ALL, `dc1.${DNS}`), srv(ALL, `dc2.${DNS}`)]);
    const controllers = discovering();
    const first = await controllers();
    dns.knows(undefined);
    time += 5 * 60_000;
    expect(await controllers()).toEqual(first);
    expect(told[0]).toContain(`DNS did not say who ${PDC} is`);
    time += 29_999;
    dns.knows([srv(ALL, `dc3.${DNS}`)]);
    expect(await controllers()).toEqual(first);
    time += 1;
    expect(await controllers()).toEqual(urls('dc3'));
  });

  it('stay also when DNS knows nobody any more: that is taken for a fault of DNS', async () => {
    dns.knows([srv(ALL, `dc1.${DNS}`)]);
    const controllers = discovering();
    await controllers();
    dns.knows([]);
    time += 5 * 60_000;
    expect(await controllers()).toEqual(urls('dc1'));
  });

  it('are a failure when DNS never answered, which says what was asked', async () => {
    dns.knows(undefined);
    await expect(discovering()()).rejects.toMatchObject({
      code: 'directory-unreachable',
      message: expect.stringContaining(
        `DNS names no domain controller of CORP: DNS did not say who ${PDC} is`,
      ) as string,
    });
  });
});

describe('a domain controller that a stored flow names', () => {
  const domain = () =>
    checkedDomain({ ...settingsOf([], 'a certificate'), domainControllers: { suffix: DNS } });

  it('is gone to where discovery could have named it', () => {
    expect(knownController(domain(), `ldaps://dc7.${DNS}`)).toBe(`ldaps://dc7.${DNS}`);
  });

  it.each([
    `ldaps://dc7.evil.example`,
    `ldaps://dc7.${DNS}:3269`,
    `ldap://dc7.${DNS}`,
    `ldaps://x@dc7.${DNS}`,
  ])('is not gone to at %s', (url) => {
    expect(() => knownController(domain(), url)).toThrow(`${url} is no domain controller of CORP any more`);
  });
});
