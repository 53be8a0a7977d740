import { directoryReader } from '../adapters/active-directory/directory-reader.ts';
import { sqliteEnrollmentStore } from '../adapters/sqlite/enrollment-store.ts';
import { openCentralStore } from '../adapters/sqlite/open-central-store.ts';
import { systemClock } from '../adapters/system/clock.ts';
import { registrationsPage } from '../domain/administration/registrations.ts';
import { deployedConfiguration } from '../domain/policy/deployed-configuration.ts';
import { DOMAIN } from '../local/people.ts';
import { anAddressOf } from './an-address-of.ts';

/** The measured process: the registrations report, page by page as the API answers it, and nothing of what is around it. */
const [errand = '', url = '', ca = '', storePath = ''] = process.argv.slice(2);
const configuration = deployedConfiguration({
  organization: { name: 'Bench', helpDeskPhone: '+1 555 0100' },
  defaultDomain: DOMAIN.netbios,
  eligibility: { bases: [DOMAIN.base], ownAccounts: [] },
});
const reader = {
  username: `${DOMAIN.netbios}\\${DOMAIN.reader.username}`,
  password: DOMAIN.reader.password,
};
const ports = {
  directory: directoryReader(
    {
      netbiosName: DOMAIN.netbios,
      dnsName: DOMAIN.dns,
      upnSuffixes: DOMAIN.upnSuffixes,
      domainControllers: [url],
      baseDn: DOMAIN.base,
      ca: [ca],
    },
    { current: () => Promise.resolve(reader), refreshed: () => Promise.resolve(reader) },
  ),
  enrollments: sqliteEnrollmentStore(openCentralStore(storePath)),
  configuration: {
    current: () => Promise.resolve(configuration),
    version: () => Promise.resolve(undefined),
    versions: () => Promise.resolve([]),
    publish: () => Promise.resolve(false),
  },
  clock: systemClock,
};

/** Every fifth person has an address. */
async function register(): Promise<object> {
  let looked = 0;
  for await (const { person } of ports.directory.people()) {
    looked += 1;
    if (looked % 5 === 0) await ports.enrollments.save(anAddressOf(person));
  }
  return { looked };
}

async function report(): Promise<object> {
  const began = performance.now();
  let after: string | undefined;
  let looked = 0;
  let registered = 0;
  do {
    const page = await registrationsPage(ports, { limit: 500, ...(after !== undefined && { after }) });
    looked += page.looked;
    registered += page.rows.filter(({ methods }) => methods.length > 0).length;
    after = page.next;
  } while (after !== undefined);
  const peakMiB = Math.round(process.resourceUsage().maxRSS / 1024);
  return { looked, registered, peakMiB, seconds: Math.round((performance.now() - began) / 100) / 10 };
}

process.send?.(await (errand === 'register' ? register() : report()));
process.disconnect?.();
