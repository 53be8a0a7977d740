import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { type Behind, BEHIND } from '../../lambdas/doors.ts';
import { GradualDeployment } from '../constructs/gradual-deployment.ts';
import { RecoveryApi } from '../constructs/recovery-api.ts';
import type { RecoveryFunction } from '../constructs/recovery-function.ts';
import { type House, recoveryFunctions } from '../constructs/recovery-functions.ts';
import { WakeUps } from '../constructs/wake-ups.ts';

/** The administrators' door, at an address of its own: the admin API, the console, and the doctor, whom the clock wakes too. */
export class AdministrationStack extends Stack {
  readonly api: RecoveryApi;
  readonly functions: Readonly<Record<Behind<'administration'>, RecoveryFunction>>;
  readonly wakeUps: WakeUps;

  constructor(scope: Construct, id: string, house: House, props: StackProps) {
    super(scope, id, { ...props, description: 'Latchkey: the admin API, the console and the doctor' });
    const { settings, state, network } = house;
    this.api = new RecoveryApi(this, 'Api', {
      door: 'administration',
      settings,
      logKey: state.keys.operations,
      endpoint: network.doorEndpoint?.endpoint,
    });
    this.functions = recoveryFunctions(this, BEHIND.administration, house, this.api.site);
    this.api.route(this.functions);
    GradualDeployment.of(this, settings, this.functions);
    this.wakeUps = new WakeUps(this, 'WakeUps');
    this.wakeUps.everyNight(this.functions.doctor);
    new CfnOutput(this, 'ConsoleUrl', {
      description: 'Where administrators work; the command line takes this address too',
      value: `${this.api.site.origin}${this.api.site.basePath}/console`,
    });
    const { nameTarget } = this.api;
    if (nameTarget !== undefined)
      new CfnOutput(this, 'ConsoleNameTarget', {
        description: "Where the door's own name must point",
        value: nameTarget,
      });
  }
}
