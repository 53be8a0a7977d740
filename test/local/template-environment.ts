import type { DeployedPolicy } from '../../domain/policy/deployed-configuration.ts';
import type { CanaryChoice } from '../../lambdas/deployment-choices.ts';
import type { FunctionName } from '../../lambdas/environment.ts';
import { FUNCTION_PLANS } from '../../lib/function-plans.ts';
import { defineConfig, type Settings } from '../../lib/settings.ts';
import type { EnvironmentOf } from '../../local/bundles.ts';
import { DOMAIN } from '../../local/people.ts';
import type { LocalVariables } from '../../local/variables.ts';
import { TUNNEL } from '../lib/right-settings.ts';
import { synthesized } from '../lib/synthesized.ts';

/**
 * What a synthesized template gives each function as its environment, for a local run of the demonstration: what CloudFormation
 * would fill in (names of tables and the bucket, ids of keys, ARNs of secrets, the address of the API) is filled in with this run's
 * own, and nothing else is touched. A value that refers to anything more is an Error.
 */
export function templateEnvironment(): EnvironmentOf {
  let made: ReturnType<typeof synthesized> | undefined;
  return (name, local) => {
    made ??= synthesized(settingsLike(local));
    const { all, text } = made;
    const [found] = all('service', 'AWS::Lambda::Function').filter(
      ({ Properties }) => Properties['Description'] === `Latchkey: ${FUNCTION_PLANS[name].purpose}`,
    );
    const { Variables } = (found?.Properties['Environment'] ?? {}) as { readonly Variables: object };
    return Object.fromEntries(
      Object.entries(Variables).map(([variable, value]) => [variable, filledIn(name, text(value), local)]),
    );
  };
}

/** Settings that say of the demonstration's domain what an administrator would. */
function settingsLike(local: LocalVariables): Settings {
  const {
    organization,
    domains = [],
    eligibility,
    administrators = [],
  } = JSON.parse(local.LATCHKEY_POLICY) as DeployedPolicy;
  const { netbiosName = '', dnsName = '', upnSuffixes = [] } = domains[0] ?? {};
  const canary =
    local.LATCHKEY_CANARY === 'none' ? undefined : (JSON.parse(local.LATCHKEY_CANARY) as CanaryChoice);
  return defineConfig({
    name: local.LATCHKEY_ENVIRONMENT,
    organization: { name: organization.name, helpDeskPhone: organization.helpDeskPhone },
    administrators: [...administrators],
    portal: { allowList: ['127.0.0.0/8'] },
    administration: { allowList: ['127.0.0.0/8'] },
    domains: [
      {
        netbiosName,
        dnsName,
        upnSuffixes: [...upnSuffixes],
        domainControllers: [{ url: `ldaps://dc1.${dnsName}`, address: '10.20.0.11' }],
        baseDn: DOMAIN.base,
        caFile: 'config/example-ca.pem',
        bases: [...eligibility.bases],
        accounts: {
          dataProxy: { username: DOMAIN.reader.username, alternate: DOMAIN.readerAlternate.username },
          selfService: { username: DOMAIN.resetter.username, alternate: DOMAIN.resetterAlternate.username },
        },
      },
    ],
    network: { ...TUNNEL, nat: true },
    mail: { from: local.LATCHKEY_MAIL_FROM },
    ...(canary && { canary: { username: canary.username, from: 'network' } }),
  });
}

const API = 'https://<ApiRest>.execute-api.<AWS::Region>.<AWS::URLSuffix>';

function filledIn(name: FunctionName, value: string, local: LocalVariables): string {
  const own = new Map(ownNames(local));
  return value.replaceAll(API, local.LATCHKEY_ORIGIN).replaceAll(/<([A-Z][\w:.]+)>/g, (whole, id: string) => {
    const [, found] = [...own].find(([start]) => id.startsWith(start)) ?? [];
    if (found === undefined)
      throw new Error(`${name} is told ${whole}, which nothing here stands for: ${value}`);
    return found;
  });
}

/** By how the template's names begin. */
function ownNames(local: LocalVariables): [string, string][] {
  const tables = Object.entries(JSON.parse(local.LATCHKEY_TABLES) as Readonly<Record<string, string>>);
  const secretsOf = (kind: string, ids: string): [string, string][] =>
    Object.entries(JSON.parse(ids) as Readonly<Record<string, string>>).map(([domain, id]) => [
      kind + domain,
      id,
    ]);
  return [
    ...tables.map(([table, own]): [string, string] => [
      `Store${table.charAt(0).toUpperCase()}${table.slice(1)}`,
      own,
    ]),
    ...secretsOf('DataProxy', local.LATCHKEY_DATA_PROXY_SECRETS),
    ...secretsOf('SelfService', local.LATCHKEY_SELF_SERVICE_SECRETS),
    [
      'CanarySecret',
      local.LATCHKEY_CANARY === 'none' ? '' : (JSON.parse(local.LATCHKEY_CANARY) as CanaryChoice).secretId,
    ],
    ['KeysMac', local.LATCHKEY_MAC_KEY],
    ['KeysSeal', local.LATCHKEY_SEAL_KEY],
    ['KeysSeed', local.LATCHKEY_SEED_KEY],
    ['KeysFederation', local.LATCHKEY_FEDERATION_KEY],
    ['KeysTrailSigning', local.LATCHKEY_TRAIL_KEY],
    ['Archive', local.LATCHKEY_TRAIL_BUCKET],
    ['TrailArchive', local.LATCHKEY_TRAIL_BUCKET],
  ];
}
