import { sqliteEnrollmentStore } from '../adapters/sqlite/enrollment-store.ts';
import { openCentralStore } from '../adapters/sqlite/open-central-store.ts';
import { systemClock } from '../adapters/system/clock.ts';
import { registrationsPage } from '../domain/administration/registrations.ts';
import { deployedConfiguration } from '../domain/policy/deployed-configuration.ts';
import { DOMAIN } from '../local/people.ts';
import { dataProxyAt } from './data-proxy-at.ts';
import { registerEveryFifth } from './register-every-fifth.ts';
import { standingConfiguration } from './standing-configuration.ts';

/** The measured process: the registrations report, page by page as the API answers it, and nothing of what is around it. */
const [errand = '', url = '', ca = '', storePath = ''] = process.argv.slice(2);
const configuration = deployedConfiguration({
  organization: { name: 'Bench', helpDeskPhone: '+1 555 0100' },
  defaultDomain: DOMAIN.netbios,
  eligibility: { bases: [DOMAIN.base], ownAccounts: [] },
});
const ports = {
  directory: dataProxyAt(url, ca),
  enrollments: sqliteEnrollmentStore(openCentralStore(storePath)),
  configuration: standingConfiguration(configuration),
  clock: systemClock,
};

const register = async (): Promise<object> => ({ looked: await registerEveryFifth(ports) });

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
