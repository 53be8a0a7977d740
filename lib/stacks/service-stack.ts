import { Annotations, CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { FUNCTION_NAMES, type FunctionName } from '../../lambdas/environment.ts';
import type { Bundles } from '../bundles.ts';
import { AccountRotation } from '../constructs/account-rotation.ts';
import type { Estate } from '../constructs/powers.ts';
import { PortalName } from '../constructs/portal-name.ts';
import { POWERS } from '../constructs/powers.ts';
import { RecoveryApi } from '../constructs/recovery-api.ts';
import { RecoveryFunction } from '../constructs/recovery-function.ts';
import { WakeUps } from '../constructs/wake-ups.ts';
import { domainWarnings } from '../deployed-domains.ts';
import {
  deployedExternalResponses,
  deployedIdentityProvider,
  outsideSecretNames,
} from '../deployed-outside.ts';
import { deployedBreachedPasswords, deployedPolicy, policyWarnings } from '../deployed-policy.ts';
import { hasPostActions, postActionEstate, postActionVariables } from '../deployed-post-actions.ts';
import { FUNCTION_PLANS } from '../function-plans.ts';
import type { Settings } from '../settings.ts';
import { shareOf } from '../settings/connections.ts';
import { version } from '../version.ts';
import type { NetworkStack } from './network-stack.ts';
import type { StateStack } from './state-stack.ts';

export interface ServiceStackProps extends StackProps {
  readonly settings: Settings;
  readonly bundles: Bundles;
  readonly network: NetworkStack;
  readonly state: StateStack;
}

/** What does the work, and may be replaced at any time: the functions, the API, the wake-ups. */
export class ServiceStack extends Stack {
  readonly api: RecoveryApi;
  readonly functions: Readonly<Record<FunctionName, RecoveryFunction>>;
  readonly wakeUps: WakeUps;

  constructor(scope: Construct, id: string, props: ServiceStackProps) {
    super(scope, id, { ...props, description: 'Latchkey: the functions and the API' });
    const { settings, state } = props;
    this.api = new RecoveryApi(this, 'Api', { settings, logKey: state.keys.operations });
    this.functions = Object.fromEntries(
      FUNCTION_NAMES.map((name) => [name, this.functionOf(name, props)]),
    ) as Record<FunctionName, RecoveryFunction>;
    this.api.route(this.functions);
    this.wakeUps = this.wakeUpsOf(state, settings);
    const { rotation } = this.functions;
    const accounts = { DataProxy: state.dataProxy, SelfService: state.selfService };
    new AccountRotation(this, 'AccountRotation', { rotation, domains: settings.domains, accounts });
    this.outputs(settings);
    for (const warning of policyWarnings(settings))
      Annotations.of(this).addWarningV2(`latchkey:policy`, warning);
    for (const warning of domainWarnings(settings, Date.now()))
      Annotations.of(this).addWarningV2(`latchkey:authorities`, warning);
  }

  private functionOf(name: FunctionName, { settings, bundles, network, state }: ServiceStackProps) {
    const most = shareOf(name, settings.concurrency);
    const made = new RecoveryFunction(this, constructId(name), {
      environment: settings.name,
      name,
      bundle: bundles[name],
      architecture: settings.architecture,
      logRetentionDays: settings.logRetentionDays,
      logKey: state.keys.operations,
      ...(most !== undefined && { concurrency: most }),
      ...(FUNCTION_PLANS[name].reachesDirectory && { link: network.link }),
    });
    this.tell(made, settings);
    const { store, keys, dataProxy, selfService } = state;
    const estate: Estate = {
      store,
      keys,
      dataProxy,
      selfService,
      mail: settings.mail,
      outsideSecrets: outsideSecretNames(settings),
      postActions: postActionEstate(settings),
    };
    POWERS[name](made, estate);
    return made;
  }

  /** Where it is served from, and the policy: no power, so not among them. */
  private tell(made: RecoveryFunction, settings: Settings): void {
    const site = {
      LATCHKEY_ORIGIN: this.api.origin,
      LATCHKEY_BASE_PATH: this.api.basePath,
      LATCHKEY_VERSION: version(),
      LATCHKEY_CUSTOM_DOMAIN: settings.portal.customDomain ? 'yes' : 'no',
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

  private wakeUpsOf({ store }: StateStack, settings: Settings): WakeUps {
    const wakeUps = new WakeUps(this, 'WakeUps');
    const { 'outbox-sender': sender, sweeper, announcer, doctor, 'pre-flight': preFlight } = this.functions;
    wakeUps.whenWritten(sender, store);
    wakeUps.everyMinute(sender);
    wakeUps.everyMinute(sweeper);
    wakeUps.afterChanges(this.functions, store, hasPostActions(settings));
    wakeUps.everyHour(announcer);
    wakeUps.everyNight(doctor);
    wakeUps.throughTheNight(preFlight);
    return wakeUps;
  }

  private outputs({ portal }: Settings): void {
    new CfnOutput(this, 'PortalUrl', {
      description: 'Where people recover their account',
      value: `${this.api.origin}${this.api.basePath}/`,
    });
    new CfnOutput(this, 'DeploymentVersion', { description: 'The version deployed', value: version() });
    if (!portal.customDomain) return;
    const { target } = new PortalName(this, 'PortalName', this.api.rest, portal.customDomain);
    new CfnOutput(this, 'PortalNameTarget', {
      description: `Where ${portal.customDomain.name} must point`,
      value: target,
    });
  }
}

/** `outbox-sender` as CloudFormation can name it: `OutboxSender`. */
const constructId = (name: FunctionName): string =>
  name
    .split('-')
    .map((word) => `${word.charAt(0).toUpperCase()}${word.slice(1)}`)
    .join('');
