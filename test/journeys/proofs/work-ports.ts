import { directoryReader } from '../../../adapters/active-directory/directory-reader.ts';
import { passwordDesk } from '../../../adapters/active-directory/password-desk.ts';
import { repairDesk } from '../../../adapters/active-directory/repair-desk.ts';
import { commonPasswords } from '../../../adapters/breached-list/common-passwords.ts';
import { keyFileMac } from '../../../adapters/key-file/keyed-mac.ts';
import { systemClock } from '../../../adapters/system/clock.ts';
import { systemRandom } from '../../../adapters/system/random.ts';
import { deployedConfiguration } from '../../../domain/policy/deployed-configuration.ts';
import type { Ports } from '../../../domain/ports/index.ts';
import { DOMAIN } from '../../../local/people.ts';
import type { DirectoryFound, StoreFound, WorkOrder } from './work-order.ts';

type Stores = Pick<Ports, 'flows' | 'sessions' | 'enrollments' | 'configuration' | 'trail' | 'outbox'>;
/** All that unlocking, resetting, changing and sweeping need. */
export type WorkPorts = Stores &
  Pick<Ports, 'directory' | 'passwords' | 'repairs' | 'breached' | 'mac' | 'random' | 'clock'>;

/** The same ports in the process that dies and in the one that looks: real adapters, nothing between them. */
export async function workPorts({
  store,
  directory,
  keyFile,
}: Pick<WorkOrder, 'store' | 'directory' | 'keyFile'>): Promise<WorkPorts> {
  return {
    ...(await storesIn(store)),
    ...directoryPorts(directory),
    breached: commonPasswords(),
    mac: keyFileMac(keyFile),
    random: systemRandom(),
    clock: systemClock,
  };
}

/** What speaks to the directory, without a memory of how its domain controllers did before. */
export function directoryPorts({
  urls,
  ca,
}: DirectoryFound): Pick<WorkPorts, 'directory' | 'passwords' | 'repairs'> {
  const domain = {
    netbiosName: DOMAIN.netbios,
    dnsName: DOMAIN.dns,
    upnSuffixes: DOMAIN.upnSuffixes,
    baseDn: DOMAIN.base,
    domainControllers: urls,
    ca,
  };
  return {
    directory: directoryReader(domain, account(DOMAIN.reader)),
    passwords: passwordDesk(domain, account(DOMAIN.reader)),
    repairs: repairDesk(domain, account(DOMAIN.resetter)),
  };
}

const account = ({ upn, password }: typeof DOMAIN.reader) => {
  const credential = { username: upn, password };
  return { current: () => Promise.resolve(credential), refreshed: () => Promise.resolve(credential) };
};

const CONFIGURATION = deployedConfiguration({
  organization: { name: 'Example Corporation', helpDeskPhone: '+44 20 7946 0123' },
  defaultDomain: DOMAIN.netbios,
  eligibility: {
    bases: [`${DOMAIN.delegatedOu},${DOMAIN.base}`],
    ownAccounts: [DOMAIN.reader, DOMAIN.resetter].map(({ username }) => `${DOMAIN.netbios}\\${username}`),
  },
});

// Each is loaded only where it is used: a process that is to die must begin quickly.
async function storesIn(store: StoreFound): Promise<Stores> {
  return store.kind === 'sqlite' ? sqliteStores(store.file) : dynamoStores(store);
}

async function sqliteStores(file: string): Promise<Stores> {
  const [opening, flows, sessions, enrollments, configuration, trail, outbox] = await Promise.all([
    import('../../../adapters/sqlite/open-central-store.ts'),
    import('../../../adapters/sqlite/flow-store.ts'),
    import('../../../adapters/sqlite/session-store.ts'),
    import('../../../adapters/sqlite/enrollment-store.ts'),
    import('../../../adapters/sqlite/configuration-store.ts'),
    import('../../../adapters/sqlite/trail.ts'),
    import('../../../adapters/sqlite/outbox.ts'),
  ]);
  const db = opening.openCentralStore(file);
  return {
    flows: flows.sqliteFlowStore(db),
    sessions: sessions.sqliteSessionStore(db),
    enrollments: enrollments.sqliteEnrollmentStore(db),
    configuration: configuration.sqliteConfigurationStore(db, CONFIGURATION),
    trail: trail.sqliteTrail(db),
    outbox: outbox.sqliteOutbox(db),
  };
}

async function dynamoStores(store: Extract<StoreFound, { kind: 'dynamodb' }>): Promise<Stores> {
  const [{ openStore, TABLES }, flows, sessions, enrollments, configuration, trail, outbox] =
    await Promise.all([
      import('../../../local/central-store.ts'),
      import('../../../adapters/dynamodb/flow-store.ts'),
      import('../../../adapters/dynamodb/session-store.ts'),
      import('../../../adapters/dynamodb/enrollment-store.ts'),
      import('../../../adapters/dynamodb/configuration-store.ts'),
      import('../../../adapters/dynamodb/trail.ts'),
      import('../../../adapters/dynamodb/outbox.ts'),
    ]);
  const opened = await openStore({ kind: 'dynamodb', running: store }, '');
  if (opened.kind !== 'dynamodb') throw new Error('another store was opened than was asked for');
  const { client } = opened;
  return {
    flows: flows.dynamoFlowStore(client, TABLES),
    sessions: sessions.dynamoSessionStore(client, TABLES),
    enrollments: enrollments.dynamoEnrollmentStore(client, TABLES),
    configuration: configuration.dynamoConfigurationStore(client, TABLES, CONFIGURATION),
    trail: trail.dynamoTrail(client, TABLES),
    outbox: outbox.dynamoOutbox(client, TABLES),
  };
}
