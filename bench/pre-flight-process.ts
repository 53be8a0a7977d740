import { sqliteEnrollmentStore } from '../adapters/sqlite/enrollment-store.ts';
import { sqliteHealthStore } from '../adapters/sqlite/health-store.ts';
import { openCentralStore } from '../adapters/sqlite/open-central-store.ts';
import { systemClock } from '../adapters/system/clock.ts';
import { systemRandom } from '../adapters/system/random.ts';
import { preFlight } from '../domain/health/pre-flight.ts';
import { deployedConfiguration } from '../domain/policy/deployed-configuration.ts';
import { protectedGroupSids } from '../domain/policy/eligibility.ts';
import { DOMAIN } from '../local/people.ts';
import { dataProxyAt } from './data-proxy-at.ts';
import { registerEveryFifth } from './register-every-fifth.ts';
import { standingConfiguration } from './standing-configuration.ts';

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
const db = openCentralStore(storePath);
const ports = {
  directory: dataProxyAt(url, ca),
  enrollments: sqliteEnrollmentStore(db),
  health: sqliteHealthStore(db),
  configuration: standingConfiguration(configuration),
  clock: systemClock,
  random: systemRandom(),
};

const register = (): Promise<number> => registerEveryFifth(ports);

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
