import type { DeployedPolicy } from '../domain/policy/deployed-configuration.ts';
import type { BreachedPasswordsChoice, Variable } from '../lambdas/environment.ts';
import packageJson from '../package.json' with { type: 'json' };
import type { AwsStandIns } from './aws/start-aws-stand-ins.ts';
import { TABLES } from './central-store.ts';
import type { LocalDirectory } from './local-directory.ts';

/** What the functions would find in their environment, every one of them. */
export type LocalVariables = Readonly<Record<Variable, string>>;

export interface VariablesOf {
  readonly origin: string;
  readonly basePath: string;
  readonly policy: DeployedPolicy;
  readonly directory: LocalDirectory;
  /** Where the functions of this process find the domain. */
  readonly domainsFile: string;
  readonly keys: AwsStandIns['keys'];
  readonly secrets: AwsStandIns['secrets'];
}

/** Makes the keys and secrets that are not there yet, and puts everything into the variables a deployment would set. */
export function localVariables(given: VariablesOf): LocalVariables {
  const { origin, basePath, policy, directory, domainsFile, keys, secrets } = given;
  const { netbiosName, dnsName, dataProxy, selfService } = directory;
  const ofDomain = (secretId: string) => JSON.stringify({ [netbiosName]: secretId });
  return {
    LATCHKEY_ORIGIN: origin,
    LATCHKEY_BASE_PATH: basePath,
    LATCHKEY_VERSION: packageJson.version,
    LATCHKEY_CUSTOM_DOMAIN: basePath === '' ? 'yes' : 'no',
    LATCHKEY_DEMO: 'yes',
    LATCHKEY_POLICY: JSON.stringify(policy),
    LATCHKEY_TABLES: JSON.stringify(TABLES),
    LATCHKEY_DOMAINS_FILE: domainsFile,
    LATCHKEY_DATA_PROXY_SECRETS: ofDomain(secrets.ensure('latchkey/data-proxy', dataProxy)),
    LATCHKEY_SELF_SERVICE_SECRETS: ofDomain(secrets.ensure('latchkey/self-service', selfService)),
    LATCHKEY_BREACHED_PASSWORDS: JSON.stringify('common' satisfies BreachedPasswordsChoice),
    LATCHKEY_MAC_KEY: keys.ensure('latchkey-answers', 'HMAC_256'),
    LATCHKEY_SEAL_KEY: keys.ensure('latchkey-sealing', 'SYMMETRIC_DEFAULT'),
    LATCHKEY_MAIL_FROM: `latchkey@${dnsName}`,
  };
}
