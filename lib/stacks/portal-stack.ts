import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { type Behind, BEHIND } from '../../lambdas/doors.ts';
import { GradualDeployment } from '../constructs/gradual-deployment.ts';
import { RecoveryApi } from '../constructs/recovery-api.ts';
import type { RecoveryFunction } from '../constructs/recovery-function.ts';
import { type House, recoveryFunctions } from '../constructs/recovery-functions.ts';
import { canarySources } from '../deployed-canary.ts';
import { version } from '../version.ts';

/** The door of people who recover their account: its API, and the functions behind it. May be replaced at any time. */
export class PortalStack extends Stack {
  readonly api: RecoveryApi;
  readonly functions: Readonly<Record<Behind<'portal'>, RecoveryFunction>>;

  constructor(scope: Construct, id: string, house: House, props: StackProps) {
    super(scope, id, { ...props, description: 'Latchkey: the portal, its API and its functions' });
    const { settings, state, network } = house;
    this.api = new RecoveryApi(this, 'Api', {
      door: 'portal',
      settings,
      logKey: state.keys.operations,
      endpoint: network.doorEndpoint?.endpoint,
      alsoFrom: canarySources(settings, network.natAddresses),
    });
    this.functions = recoveryFunctions(this, BEHIND.portal, house, this.api.site);
    this.api.route(this.functions);
    GradualDeployment.of(this, settings, this.functions);
    new CfnOutput(this, 'PortalUrl', {
      description: 'Where people recover their account',
      value: `${this.api.site.origin}${this.api.site.basePath}/`,
    });
    new CfnOutput(this, 'DeploymentVersion', { description: 'The version deployed', value: version() });
    const { nameTarget } = this.api;
    if (nameTarget !== undefined)
      new CfnOutput(this, 'PortalNameTarget', {
        description: "Where the door's own name must point",
        value: nameTarget,
      });
  }
}
