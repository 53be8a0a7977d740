import type { DeployedPolicy } from '../domain/policy/deployed-configuration.ts';
import type {
  BreachedPasswordsChoice,
  CanaryChoice,
  ExternalResponsesChoice,
  IdentityProviderChoice,
} from '../lambdas/deployment-choices.ts';
import type { Variable } from '../lambdas/environment.ts';
import packageJson from '../package.json' with { type: 'json' };
import type { AwsStandIns } from './aws/start-aws-stand-ins.ts';
import { TABLES } from './central-store.ts';
import type { LocalDirectories, LocalDirectory, OwnAccount } from './local-directory.ts';

/** What the functions would find in their environment, every one of them. */
export type LocalVariables = Readonly<Record<Variable, string>>;

/** The services outside that a run is joined to. */
export interface JoinedOutside {
  readonly identityProvider?: IdentityProviderChoice;
  readonly externalResponses?: ExternalResponsesChoice;
}

export interface VariablesOf {
  readonly origin: string;
  readonly basePath: string;
  readonly policy: DeployedPolicy;
  readonly directories: LocalDirectories;
  /** Where the functions of this process find the domains. */
  readonly domainsFile: string;
  readonly keys: AwsStandIns['keys'];
  readonly secrets: AwsStandIns['secrets'];
  /** None is joined, when left out. */
  readonly outside?: JoinedOutside;
  /** An account of the first domain, with the password it begins with; there is no canary, when left out. */
  readonly canary?: OwnAccount;
}

/** Makes the keys and secrets that are not there yet, and puts everything into the variables a deployment would set. */
export function localVariables(given: VariablesOf): LocalVariables {
  const { origin, basePath, policy, directories, domainsFile, keys, secrets, outside = {}, canary } = given;
  const [{ dnsName }] = directories;
  const secretsOf = (account: string, of: (directory: LocalDirectory) => OwnAccount): string =>
    JSON.stringify(
      Object.fromEntries(
        directories.map((directory, at) => {
          const { netbiosName } = directory;
          // The default domain's are called as they were when it was the only one.
          const name = at === 0 ? account : `${netbiosName.toLowerCase()}/${account}`;
          return [netbiosName, secrets.ensure(`latchkey/${name}`, of(directory))];
        }),
      ),
    );
  return {
    LATCHKEY_ENVIRONMENT: 'Local',
    LATCHKEY_ORIGIN: origin,
    LATCHKEY_BASE_PATH: basePath,
    LATCHKEY_VERSION: packageJson.version,
    LATCHKEY_CUSTOM_DOMAIN: basePath === '' ? 'yes' : 'no',
    LATCHKEY_DEMO: 'yes',
    LATCHKEY_POLICY: JSON.stringify(policy),
    LATCHKEY_TABLES: JSON.stringify(TABLES),
    LATCHKEY_DOMAINS_FILE: domainsFile,
    LATCHKEY_DATA_PROXY_SECRETS: secretsOf('data-proxy', ({ dataProxy }) => dataProxy),
    LATCHKEY_SELF_SERVICE_SECRETS: secretsOf('self-service', ({ selfService }) => selfService),
    LATCHKEY_BREACHED_PASSWORDS: JSON.stringify('common' satisfies BreachedPasswordsChoice),
    LATCHKEY_MAC_KEY: keys.ensure('latchkey-answers', 'HMAC_256'),
    LATCHKEY_SEAL_KEY: keys.ensure('latchkey-sealing', 'SYMMETRIC_DEFAULT'),
    LATCHKEY_SEED_KEY: keys.ensure('latchkey-seeds', 'HMAC_256'),
    LATCHKEY_FEDERATION_KEY: keys.ensure('latchkey-federation', 'HMAC_256'),
    LATCHKEY_IDENTITY_PROVIDER: joinedTo(outside.identityProvider),
    LATCHKEY_EXTERNAL_RESPONSES: joinedTo(outside.externalResponses),
    LATCHKEY_MAIL_FROM: `latchkey@${dnsName}`,
    LATCHKEY_WEBHOOKS: '[]',
    LATCHKEY_EVENTS_TOPIC: 'none',
    LATCHKEY_ATTRIBUTE_WRITER_SECRETS: '{}',
    LATCHKEY_TRAIL_BUCKET: TRAIL_BUCKET,
    LATCHKEY_TRAIL_KEY: keys.ensure('latchkey-trail', 'ECC_NIST_P256'),
    LATCHKEY_CANARY: canary ? JSON.stringify(canaryIn(given, canary)) : 'none',
  };
}

/** In the data folder: `s3/` and this. */
const TRAIL_BUCKET = 'latchkey-trail-archive';

function canaryIn({ directories, secrets }: VariablesOf, { username, password }: OwnAccount): CanaryChoice {
  const [{ netbiosName: domain }] = directories;
  return {
    domain,
    username,
    typed: `${domain}\\${username}`,
    secretId: secrets.ensure('latchkey/canary', { password }),
    locks: true,
  };
}

const joinedTo = (choice: IdentityProviderChoice | ExternalResponsesChoice | undefined): string =>
  choice ? JSON.stringify(choice) : 'none';
