import { deployedConfiguration, type DeployedPolicy } from '../domain/policy/deployed-configuration.ts';
import type { Configuration } from '../domain/policy/configuration.ts';
import type { Tables } from '../adapters/dynamodb/tables.ts';
import type { CanaryChoice } from './deployment-choices.ts';
import type { Site } from './http/site.ts';

/**
 * Every environment variable there is, and what it holds. The constructs that set them and the functions that read them
 * share this list. None is a secret.
 */
export const VARIABLES = {
  LATCHKEY_ENVIRONMENT: 'name of the environment; its metrics are under Latchkey/ and this',
  LATCHKEY_ORIGIN: 'https origin of the door a function is behind, or of the portal; without a path',
  LATCHKEY_BASE_PATH: "'' or /stage",
  LATCHKEY_VERSION: 'version shown by /healthz',
  LATCHKEY_CUSTOM_DOMAIN: "'yes' when the origin is the customer's own name",
  LATCHKEY_DEMO: "'yes' in the local demo only",
  LATCHKEY_POLICY: 'the deployment’s policy, JSON (DeployedPolicy)',
  LATCHKEY_TABLES: 'table names, JSON',
  LATCHKEY_DOMAINS_FILE:
    'JSON file of the domains and of who vouches for their controllers (DomainSettings[])',
  LATCHKEY_DATA_PROXY_SECRETS: 'secret id of each domain’s data proxy account by its NetBIOS name, JSON',
  LATCHKEY_SELF_SERVICE_SECRETS: 'secret id of each domain’s self-service account by its NetBIOS name, JSON',
  LATCHKEY_BREACHED_PASSWORDS: 'what new passwords are looked up in, JSON (BreachedPasswordsChoice)',
  LATCHKEY_MAC_KEY: 'KMS key id of the HMAC key',
  LATCHKEY_SEAL_KEY: 'KMS key id of the sealing key',
  LATCHKEY_SEED_KEY: 'KMS key id of the HMAC key that the seeds of authenticator apps are sealed by',
  LATCHKEY_MAIL_FROM: 'sender of e-mails',
  LATCHKEY_WEBHOOKS: 'the endpoints that are told of changes, JSON (WebhookChoice[])',
  LATCHKEY_EVENTS_TOPIC: "ARN of the SNS topic that is told of changes, or 'none'",
  LATCHKEY_ATTRIBUTE_WRITER_SECRETS:
    'secret id of the attribute writer of each domain that has one, by its NetBIOS name, JSON',
  LATCHKEY_FEDERATION_KEY:
    'KMS key id of the HMAC key that binds what is asked outside to one flow or session',
  LATCHKEY_IDENTITY_PROVIDER: "the OpenID provider, JSON (IdentityProviderChoice), or 'none'",
  LATCHKEY_EXTERNAL_RESPONSES:
    "the service for external responses, JSON (ExternalResponsesChoice), or 'none'",
  LATCHKEY_TRAIL_BUCKET: 'bucket of the sealed trail',
  LATCHKEY_TRAIL_KEY: 'KMS key id of the key that signs the sealed trail',
  LATCHKEY_CANARY: "the synthetic person that recovers itself every hour, JSON (CanaryChoice), or 'none'",
} as const;
export type Variable = keyof typeof VARIABLES;

const SITE = [
  'LATCHKEY_ENVIRONMENT',
  'LATCHKEY_ORIGIN',
  'LATCHKEY_BASE_PATH',
  'LATCHKEY_VERSION',
  'LATCHKEY_CUSTOM_DOMAIN',
  'LATCHKEY_DEMO',
  'LATCHKEY_POLICY',
] as const;
const DIRECTORY = ['LATCHKEY_TABLES', 'LATCHKEY_DOMAINS_FILE'] as const;
const SECRETS = ['LATCHKEY_DATA_PROXY_SECRETS', 'LATCHKEY_SELF_SERVICE_SECRETS'] as const;
const KEYS = ['LATCHKEY_MAC_KEY', 'LATCHKEY_SEAL_KEY'] as const;

/** Which variables each function reads; its environment in the template is exactly these. */
export const READS = {
  portal: [...SITE, 'LATCHKEY_TABLES'],
  enroll: [
    ...SITE,
    ...DIRECTORY,
    ...KEYS,
    'LATCHKEY_SEED_KEY',
    'LATCHKEY_DATA_PROXY_SECRETS',
    'LATCHKEY_BREACHED_PASSWORDS',
  ],
  verify: [...SITE, ...DIRECTORY, ...KEYS, 'LATCHKEY_SEED_KEY', 'LATCHKEY_DATA_PROXY_SECRETS'],
  unlock: [...SITE, ...DIRECTORY, 'LATCHKEY_SELF_SERVICE_SECRETS'],
  reset: [
    ...SITE,
    ...DIRECTORY,
    'LATCHKEY_SEAL_KEY',
    'LATCHKEY_SELF_SERVICE_SECRETS',
    'LATCHKEY_BREACHED_PASSWORDS',
  ],
  federation: [
    ...SITE,
    'LATCHKEY_TABLES',
    'LATCHKEY_FEDERATION_KEY',
    'LATCHKEY_IDENTITY_PROVIDER',
    'LATCHKEY_EXTERNAL_RESPONSES',
  ],
  'outbox-sender': [
    'LATCHKEY_ENVIRONMENT',
    'LATCHKEY_ORIGIN',
    'LATCHKEY_BASE_PATH',
    'LATCHKEY_POLICY',
    'LATCHKEY_TABLES',
    'LATCHKEY_MAIL_FROM',
  ],
  admin: [...SITE, ...DIRECTORY, ...KEYS, 'LATCHKEY_DATA_PROXY_SECRETS'],
  console: SITE,
  announcer: [
    'LATCHKEY_ENVIRONMENT',
    'LATCHKEY_POLICY',
    ...DIRECTORY,
    'LATCHKEY_SEAL_KEY',
    'LATCHKEY_DATA_PROXY_SECRETS',
  ],
  'post-actions': ['LATCHKEY_ENVIRONMENT', 'LATCHKEY_TABLES', 'LATCHKEY_WEBHOOKS', 'LATCHKEY_EVENTS_TOPIC'],
  'attribute-writer': [
    'LATCHKEY_ENVIRONMENT',
    'LATCHKEY_POLICY',
    ...DIRECTORY,
    'LATCHKEY_ATTRIBUTE_WRITER_SECRETS',
  ],
  sweeper: ['LATCHKEY_ENVIRONMENT', 'LATCHKEY_POLICY', ...DIRECTORY, 'LATCHKEY_DATA_PROXY_SECRETS'],
  doctor: [...SITE, ...DIRECTORY, ...SECRETS],
  'pre-flight': ['LATCHKEY_ENVIRONMENT', 'LATCHKEY_POLICY', ...DIRECTORY, 'LATCHKEY_DATA_PROXY_SECRETS'],
  canary: [
    'LATCHKEY_ENVIRONMENT',
    'LATCHKEY_ORIGIN',
    'LATCHKEY_BASE_PATH',
    'LATCHKEY_DOMAINS_FILE',
    'LATCHKEY_CANARY',
  ],
  rotation: ['LATCHKEY_ENVIRONMENT', 'LATCHKEY_DOMAINS_FILE', ...SECRETS],
  'trail-sealer': ['LATCHKEY_ENVIRONMENT', 'LATCHKEY_TABLES', 'LATCHKEY_TRAIL_BUCKET', 'LATCHKEY_TRAIL_KEY'],
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

/** The canary; undefined when there is none. */
export function canaryFrom({ read }: Read<'LATCHKEY_CANARY'>): CanaryChoice | undefined {
  const choice = read('LATCHKEY_CANARY');
  return choice === 'none' ? undefined : (JSON.parse(choice) as CanaryChoice);
}

/** The topic that is told of changes; undefined when there is none. */
export const topicOf = (eventsTopic: string): string | undefined =>
  eventsTopic === 'none' ? undefined : eventsTopic;
