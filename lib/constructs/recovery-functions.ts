import type { Construct } from 'constructs';
import type { FunctionName } from '../../lambdas/environment.ts';
import type { Bundles } from '../bundles.ts';
import { canaryInNetwork, deployedCanary } from '../deployed-canary.ts';
import {
  deployedExternalResponses,
  deployedIdentityProvider,
  outsideSecretNames,
} from '../deployed-outside.ts';
import { deployedBreachedPasswords, deployedPolicy } from '../deployed-policy.ts';
import { postActionEstate, postActionVariables } from '../deployed-post-actions.ts';
import { FUNCTION_PLANS } from '../function-plans.ts';
import type { Settings } from '../settings.ts';
import { shareOf } from '../settings/connections.ts';
import { keptWarm } from '../settings/provisioned.ts';
import type { NetworkStack } from '../stacks/network-stack.ts';
import type { StateStack } from '../stacks/state-stack.ts';
import { version } from '../version.ts';
import type { FunctionLink } from './directory-link.ts';
import { POWERS } from './powers.ts';
import type { ServedAt } from './served-at.ts';
import { RecoveryFunction } from './recovery-function.ts';

/** What functions are made in: their code, their network, and what they have powers over. */
export interface House {
  readonly settings: Settings;
  readonly bundles: Bundles;
  readonly network: NetworkStack;
  readonly state: StateStack;
}

/** The functions of those names, each with its powers and its variables, told that their door is at `site`. */
export function recoveryFunctions<N extends FunctionName>(
  scope: Construct,
  names: readonly N[],
  house: House,
  site: ServedAt,
): Readonly<Record<N, RecoveryFunction>> {
  const made = names.map((name) => [name, functionOf(scope, name, house, site)]);
  return Object.fromEntries(made) as Record<N, RecoveryFunction>;
}

function functionOf(scope: Construct, name: FunctionName, house: House, site: ServedAt): RecoveryFunction {
  const { settings, bundles, network, state } = house;
  const most = shareOf(name, settings.concurrency);
  const provisioned = keptWarm(name, settings.provisioned);
  const made = new RecoveryFunction(scope, constructId(name), {
    environment: settings.name,
    name,
    bundle: bundles[name],
    architecture: settings.architecture,
    logRetentionDays: settings.logRetentionDays,
    logKey: state.keys.operations,
    ...(most !== undefined && { concurrency: most }),
    ...(provisioned !== undefined && { provisioned }),
    ...(joinsNetwork(name, settings) && { link: linkFor(name, network) }),
  });
  tell(made, settings, site);
  const { store, keys, archive, dataProxy, selfService } = state;
  POWERS[name](made, {
    store,
    keys,
    archive,
    dataProxy,
    selfService,
    mail: settings.mail,
    outsideSecrets: outsideSecretNames(settings),
    postActions: postActionEstate(settings),
    canary: { told: deployedCanary(settings, state.canary?.arn), secret: state.canary },
  });
  return made;
}

/** The canary also goes where people go. */
const linkFor = (name: FunctionName, { link, doorLink }: NetworkStack): FunctionLink =>
  name === 'canary' ? (doorLink ?? link) : link;

/** The canary stands where the settings have it. */
const joinsNetwork = (name: FunctionName, settings: Settings): boolean =>
  FUNCTION_PLANS[name].reachesDirectory && (name !== 'canary' || canaryInNetwork(settings));

/** Where it is served from, and the policy: no power, so not among them. */
function tell(made: RecoveryFunction, settings: Settings, { origin, basePath, ownName }: ServedAt): void {
  const site = {
    LATCHKEY_ENVIRONMENT: settings.name,
    LATCHKEY_ORIGIN: origin,
    LATCHKEY_BASE_PATH: basePath,
    LATCHKEY_VERSION: version(),
    LATCHKEY_CUSTOM_DOMAIN: ownName ? 'yes' : 'no',
    LATCHKEY_DEMO: 'no',
    LATCHKEY_POLICY: JSON.stringify(deployedPolicy(settings)),
    LATCHKEY_BREACHED_PASSWORDS: JSON.stringify(deployedBreachedPasswords(settings)),
    LATCHKEY_IDENTITY_PROVIDER: deployedIdentityProvider(settings),
    LATCHKEY_EXTERNAL_RESPONSES: deployedExternalResponses(settings),
    ...postActionVariables(settings),
  } as const;
  for (const variable of Object.keys(site) as (keyof typeof site)[])
    if (made.reads(variable)) made.set(variable, site[variable]);
}

/** `outbox-sender` as CloudFormation can name it: `OutboxSender`. */
const constructId = (name: FunctionName): string =>
  name
    .split('-')
    .map((word) => `${word.charAt(0).toUpperCase()}${word.slice(1)}`)
    .join('');
