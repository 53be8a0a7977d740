import { readFileSync } from 'node:fs';
import { deployedConfiguration, type DeployedPolicy } from '../domain/policy/deployed-configuration.ts';
import type { Configuration } from '../domain/policy/configuration.ts';
import type { DomainSettings } from '../adapters/active-directory/domain-settings.ts';
import type { Tables } from '../adapters/dynamodb/tables.ts';
import type { Journal, Site } from './http/site.ts';

/**
 * Every environment variable there is, and what it holds. The constructs that set them and the functions that read them
 * share this list. None is a secret.
 */
export const VARIABLES = {
  LATCHKEY_ORIGIN: 'https origin of the portal, without a path',
  LATCHKEY_BASE_PATH: "'' or /stage",
  LATCHKEY_VERSION: 'version shown by /healthz',
  LATCHKEY_CUSTOM_DOMAIN: "'yes' when the origin is the customer's own name",
  LATCHKEY_DEMO: "'yes' in the local demo only",
  LATCHKEY_POLICY: 'the deployment’s policy, JSON (DeployedPolicy)',
  LATCHKEY_TABLES: 'table names, JSON',
  LATCHKEY_DOMAIN: 'the domain, JSON (DomainSettings without certificates)',
  LATCHKEY_CA_FILE: 'PEM file of the authorities that vouch for the domain controllers',
  LATCHKEY_DATA_PROXY_SECRET: 'secret id of the data proxy account',
  LATCHKEY_SELF_SERVICE_SECRET: 'secret id of the self-service account',
  LATCHKEY_MAC_KEY: 'KMS key id of the HMAC key',
  LATCHKEY_SEAL_KEY: 'KMS key id of the sealing key',
  LATCHKEY_MAIL_FROM: 'sender of e-mails',
} as const;
export type Variable = keyof typeof VARIABLES;

const SITE = [
  'LATCHKEY_ORIGIN',
  'LATCHKEY_BASE_PATH',
  'LATCHKEY_VERSION',
  'LATCHKEY_CUSTOM_DOMAIN',
  'LATCHKEY_DEMO',
  'LATCHKEY_POLICY',
] as const;
const DIRECTORY = ['LATCHKEY_TABLES', 'LATCHKEY_DOMAIN', 'LATCHKEY_CA_FILE'] as const;
const KEYS = ['LATCHKEY_MAC_KEY', 'LATCHKEY_SEAL_KEY'] as const;

/** Which variables each function reads; its environment in the template is exactly these. */
export const READS = {
  portal: [...SITE, 'LATCHKEY_TABLES'],
  enroll: [...SITE, ...DIRECTORY, ...KEYS, 'LATCHKEY_DATA_PROXY_SECRET'],
  verify: [...SITE, ...DIRECTORY, ...KEYS, 'LATCHKEY_DATA_PROXY_SECRET'],
  unlock: [...SITE, ...DIRECTORY, 'LATCHKEY_SELF_SERVICE_SECRET'],
  reset: [...SITE, ...DIRECTORY, 'LATCHKEY_SELF_SERVICE_SECRET'],
  'outbox-sender': [
    'LATCHKEY_ORIGIN',
    'LATCHKEY_BASE_PATH',
    'LATCHKEY_POLICY',
    'LATCHKEY_TABLES',
    'LATCHKEY_MAIL_FROM',
  ],
  admin: [...SITE, ...DIRECTORY, ...KEYS, 'LATCHKEY_DATA_PROXY_SECRET'],
  console: SITE,
  announcer: ['LATCHKEY_POLICY', ...DIRECTORY, 'LATCHKEY_SEAL_KEY', 'LATCHKEY_DATA_PROXY_SECRET'],
  sweeper: [...DIRECTORY, 'LATCHKEY_DATA_PROXY_SECRET'],
} as const satisfies Readonly<Record<string, readonly Variable[]>>;
export type FunctionName = keyof typeof READS;
export const FUNCTION_NAMES = Object.keys(READS) as readonly FunctionName[];

/** The environment of one function: only what it is listed to read can be asked for, and what is missing stops it at once, by name. */
export function environmentOf<F extends FunctionName>(name: F, variables: NodeJS.ProcessEnv = process.env) {
  const read = (variable: (typeof READS)[F][number]): string => {
    const value = variables[variable];
    if (value === undefined)
      throw new Error(`${name}: the environment variable ${variable} is missing (${VARIABLES[variable]})`);
    return value;
  };
  return { read };
}

type Read<V extends Variable> = { readonly read: (variable: V) => string };

export const siteFrom = ({
  read,
}: Read<
  'LATCHKEY_ORIGIN' | 'LATCHKEY_BASE_PATH' | 'LATCHKEY_VERSION' | 'LATCHKEY_CUSTOM_DOMAIN' | 'LATCHKEY_DEMO'
>): Site => ({
  origin: read('LATCHKEY_ORIGIN'),
  basePath: read('LATCHKEY_BASE_PATH'),
  version: read('LATCHKEY_VERSION'),
  customDomain: read('LATCHKEY_CUSTOM_DOMAIN') === 'yes',
  demo: read('LATCHKEY_DEMO') === 'yes',
});

/** Where people find the portal, as letters say it. */
export const portalAddressFrom = ({ read }: Read<'LATCHKEY_ORIGIN' | 'LATCHKEY_BASE_PATH'>): string =>
  `${read('LATCHKEY_ORIGIN')}${read('LATCHKEY_BASE_PATH')}`;

export const configurationFrom = ({ read }: Read<'LATCHKEY_POLICY'>): Configuration =>
  deployedConfiguration(JSON.parse(read('LATCHKEY_POLICY')) as DeployedPolicy);

export const tablesFrom = ({ read }: Read<'LATCHKEY_TABLES'>): Tables =>
  JSON.parse(read('LATCHKEY_TABLES')) as Tables;

/** The domain; each domain controller that is passed over for the next leaves a line in the journal. */
export const domainFrom = (
  { read }: Read<'LATCHKEY_DOMAIN' | 'LATCHKEY_CA_FILE'>,
  journal: Journal,
): DomainSettings => ({
  ...(JSON.parse(read('LATCHKEY_DOMAIN')) as Omit<DomainSettings, 'ca'>),
  ca: [readFileSync(read('LATCHKEY_CA_FILE'), 'utf8')],
  onPassedOver: (trouble) => journal.error('domain controller passed over', { code: trouble.code }, trouble),
});
