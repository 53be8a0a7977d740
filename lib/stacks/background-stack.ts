import { Annotations, Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { DOORS } from '../../lambdas/doors.ts';
import { FUNCTION_NAMES, type FunctionName } from '../../lambdas/environment.ts';
import { AccountRotation } from '../constructs/account-rotation.ts';
import type { RecoveryFunction } from '../constructs/recovery-function.ts';
import type { ServedAt } from '../constructs/served-at.ts';
import { type House, recoveryFunctions } from '../constructs/recovery-functions.ts';
import { WakeUps } from '../constructs/wake-ups.ts';
import { canaryWarnings } from '../deployed-canary.ts';
import { domainWarnings } from '../deployed-domains.ts';
import { policyWarnings } from '../deployed-policy.ts';
import { hasPostActions } from '../deployed-post-actions.ts';
import { canaryOf } from '../settings/canary-settings.ts';

type InBackground = Exclude<FunctionName, keyof typeof DOORS>;
const IN_BACKGROUND = FUNCTION_NAMES.filter((name): name is InBackground => !(name in DOORS));

/** What no request wakes: letters, reminders, what follows a change, the nightly look at everybody, rotation. */
export class BackgroundStack extends Stack {
  readonly functions: Readonly<Record<InBackground, RecoveryFunction>>;
  readonly wakeUps: WakeUps;

  /** `portal` is what letters say of where people find it. */
  constructor(scope: Construct, id: string, house: House, portal: ServedAt, props: StackProps) {
    super(scope, id, { ...props, description: 'Latchkey: the functions that no request wakes' });
    this.functions = recoveryFunctions(this, IN_BACKGROUND, house, portal);
    this.wakeUps = this.wakeUpsOf(house);
    const { settings, state } = house;
    const { rotation } = this.functions;
    const accounts = { DataProxy: state.dataProxy, SelfService: state.selfService };
    new AccountRotation(this, 'AccountRotation', { rotation, domains: settings.domains, accounts });
    for (const warning of canaryWarnings(settings))
      Annotations.of(this).addWarningV2('latchkey:canary', warning);
    for (const warning of policyWarnings(settings))
      Annotations.of(this).addWarningV2('latchkey:policy', warning);
    for (const warning of domainWarnings(settings, Date.now()))
      Annotations.of(this).addWarningV2('latchkey:authorities', warning);
  }

  private wakeUpsOf({ settings, state: { store } }: House): WakeUps {
    const wakeUps = new WakeUps(this, 'WakeUps');
    const { 'outbox-sender': sender, sweeper, announcer, 'pre-flight': preFlight, canary } = this.functions;
    wakeUps.whenWritten(sender, store);
    wakeUps.everyMinute(sender);
    wakeUps.everyMinute(sweeper);
    wakeUps.afterChanges(this.functions, store, hasPostActions(settings));
    wakeUps.everyFiveMinutes(this.functions['trail-sealer']);
    wakeUps.everyHour(announcer);
    wakeUps.throughTheNight(preFlight);
    wakeUps.keepFailuresOf(this.functions.rotation);
    if (canaryOf(settings)) wakeUps.everyHour(canary);
    return wakeUps;
  }
}
