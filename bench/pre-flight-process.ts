import { directoryReader } from '../adapters/active-directory/directory-reader.ts';
import { sqliteEnrollmentStore } from '../adapters/sqlite/enrollment-store.ts';
import { sqliteHealthStore } from '../adapters/sqlite/health-store.ts';
import { openCentralStore } from '../adapters/sqlite/open-central-store.ts';
import { systemClock } from '../adapters/system/clock.ts';
import { systemRandom } from '../adapters/system/random.ts';
import { preFlight } from '../domain/health/pre-flight.ts';
import { deployedConfiguration } from '../domain/policy/deployed-configuration.ts';
import { protectedGroupSids } from '../domain/policy/eligibility.ts';
import { DOMAIN } from '../local/people.ts';
import { anAddressOf } from './an-address-of.ts';

/**
 * The measured process: a pre-flight over everybody, as its function does it; or, for comparison, the same listing with nobody
 * judged and nothing kept.
 */
const [errand = '', url = '', ca = '', storePath = ''] = process.argv.slice(2);
const configuration = deployedConfiguration({
  organization: { name: 'Bench', helpDeskPhone: '+1 555 0100' },
  defaultDomain: DOMAIN.netbios,
  eligibility: { bases: [DOMAIN.base], ownAccounts: [] },
  actions: {
    unlock: { policy: { required: ['email-code'], optional: [], minimumOptional: 0 } },
    reset: { policy: { required: ['email-code'], optional: [], minimumOptional: 0 } },
  },
  administrators: [{ name: `${DOMAIN.netbios}\\Administrators`, sid: `${DOMAIN.sid}-1701` }],
});
const reader = { username: DOMAIN.reader.upn, password: DOMAIN.reader.password };
const db = openCentralStore(storePath);
const ports = {
  directory: directoryReader(
    {
      netbiosName: DOMAIN.netbios,
      dnsName: DOMAIN.dns,
      upnSuffixes: DOMAIN.upnSuffixes,
      domainControllers: [url],
      baseDn: DOMAIN.base,
      ca: [ca],
      repairAccounts: [DOMAIN.resetter.username],
    },
    { current: () => Promise.resolve(reader), refreshed: () => Promise.resolve(reader) },
  ),
  enrollments: sqliteEnrollmentStore(db),
  health: sqliteHealthStore(db),
  configuration: {
    current: () => Promise.resolve(configuration),
    version: () => Promise.resolve(undefined),
    versions: () => Promise.resolve([]),
    publish: () => Promise.resolve(false),
  },
  clock: systemClock,
  random: systemRandom(),
};

/** Every fifth person has an address. */
async function register(): Promise<number> {
  let looked = 0;
  for await (const { person } of ports.directory.people()) {
    looked += 1;
    if (looked % 5 === 0) await ports.enrollments.save(anAddressOf(person));
  }
  return looked;
}

async function list(): Promise<number> {
  const groups = protectedGroupSids(
    configuration.eligibility,
    configuration.administrators.map(({ sid }) => sid),
  );
  let looked = 0;
  for await (const { state } of ports.directory.people({ states: true, groups })) if (state) looked += 1;
  return looked;
}

async function fly(): Promise<number> {
  const { kind, run } = await preFlight(ports, Number.POSITIVE_INFINITY);
  if (kind !== 'finished') throw new Error(`the pre-flight was ${kind}`);
  return run.counts.green + run.counts.amber + run.counts.red;
}

const work = { register, list, fly }[errand];
if (!work) throw new Error(`there is no errand called ${errand}`);
const began = performance.now();
const people = await work();
const seconds = (performance.now() - began) / 1000;
process.send?.({
  people,
  seconds: Math.round(seconds * 10) / 10,
  perSecond: Math.round(people / seconds),
  peakMiB: Math.round(process.resourceUsage().maxRSS / 1024),
});
process.disconnect?.();
