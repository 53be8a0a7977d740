import { createServer } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LookAlike } from '../../../../local/directory/look-alike.ts';
import { startLookAlike } from '../../../../local/directory/look-alike.ts';
import { DOMAIN } from '../../../../local/people.ts';
import { theOne } from '../../../contracts/directory-person.ts';
import { type DnsServer, srv, startDnsServer } from './dns-server.ts';
import { portsOf, settingsOf } from '../ports-of.ts';
import { present } from '../present.ts';
import { ALICE } from '../wired.ts';

/** An address of this machine on which nothing else has port 636. */
const ADDRESS = '127.86.36.1';
const LDAPS = 636;

/** Ports below 1024 are not everybody's. */
const mayListen = await new Promise<boolean>((resolve) => {
  const probe = createServer()
    .once('error', () => resolve(false))
    .listen(LDAPS, ADDRESS, () => probe.close(() => resolve(true)));
});

describe.skipIf(!mayListen)('a domain whose controllers are discovered', () => {
  let dns: DnsServer;
  let controller: LookAlike;
  beforeAll(async () => {
    dns = await startDnsServer();
    controller = await startLookAlike({ host: ADDRESS, port: LDAPS });
    const dead = `dead.${DOMAIN.dns}`;
    dns.knows([
      srv(`_ldap._tcp.pdc._msdcs.${DOMAIN.dns}`, dead),
      srv(`_ldap._tcp.dc._msdcs.${DOMAIN.dns}`, DOMAIN.domainController),
      { type: 'A', name: dead, data: '127.86.36.9' },
      { type: 'A', name: DOMAIN.domainController, data: ADDRESS },
    ]);
  });
  afterAll(async () => {
    await controller.stop();
    await dns.stop();
  });

  it('is read and repaired by names that only its own DNS servers know, past one that is down', async () => {
    const told: string[] = [];
    const { reader, repairs } = portsOf({
      ...settingsOf([], controller.ca),
      domainControllers: { suffix: DOMAIN.dns, dnsServers: [dns.address] },
      onPassedOver: ({ message }) => told.push(message),
    });
    const { person, domainController } = theOne(await reader.find(ALICE));
    expect(domainController).toBe(`ldaps://${DOMAIN.domainController.toLowerCase()}`);
    expect(told).toEqual([
      expect.stringContaining(`ldaps://dead.${DOMAIN.dns} cannot be reached: ECONNREFUSED`),
    ]);
    expect(await repairs.at(person, (bench) => present(bench).unlock())).toEqual({ kind: 'done' });
    expect(await reader.read(person, { on: domainController })).toMatchObject({ username: 'alice' });
  });
});
