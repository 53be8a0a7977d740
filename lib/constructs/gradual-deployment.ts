import { Duration, Stack, Validations } from 'aws-cdk-lib';
import {
  type ILambdaDeploymentConfig,
  LambdaApplication,
  LambdaDeploymentConfig,
  LambdaDeploymentGroup,
  TrafficRouting,
} from 'aws-cdk-lib/aws-codedeploy';
import { type IRole, ManagedPolicy, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { answersRequests } from '../function-plans.ts';
import type { Settings } from '../settings.ts';
import { actingForUs } from './acting-for-us.ts';
import type { RecoveryFunction } from './recovery-function.ts';
import { rollbackAlarms } from './rollback-alarms.ts';

export interface GradualDeploymentProps {
  readonly environment: string;
  readonly functions: readonly RecoveryFunction[];
  readonly plan: Extract<Settings['deployment'], { readonly kind: 'gradual' }>;
}

const POLICY = 'service-role/AWSCodeDeployRoleForLambdaLimited';

/**
 * Moves the functions from one version to the next with a part of the requests first, and back when an alarm rings meanwhile. The
 * first deployment of all has nothing to move from, and is at once.
 */
export class GradualDeployment extends Construct {
  /** Those of the functions that answer requests, where the settings do not say that they change at once. */
  static of(
    scope: Construct,
    { name: environment, deployment: plan }: Settings,
    functions: Readonly<Record<string, RecoveryFunction>>,
  ): void {
    const answering = Object.values(functions).filter(({ name }) => answersRequests(name));
    if (plan.kind === 'gradual')
      new GradualDeployment(scope, 'Deployment', { environment, functions: answering, plan });
  }

  constructor(scope: Construct, id: string, { environment, functions, plan }: GradualDeploymentProps) {
    super(scope, id);
    const application = new LambdaApplication(this, 'Application');
    const role = this.mover(application.applicationName);
    const deploymentConfig: ILambdaDeploymentConfig = new LambdaDeploymentConfig(this, 'Config', {
      trafficRouting: TrafficRouting.timeBasedCanary({
        interval: Duration.minutes(plan.minutes),
        percentage: plan.percent,
      }),
    });
    for (const it of functions)
      new LambdaDeploymentGroup(this, it.node.id, {
        application,
        alias: it.alias,
        deploymentConfig,
        role,
        alarms: rollbackAlarms(this, environment, it),
        autoRollback: { failedDeployment: true, stoppedDeployment: true, deploymentInAlarm: true },
      });
  }

  /** One role for all groups; each would otherwise have one like it. */
  private mover(application: string): IRole {
    const role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('codedeploy.amazonaws.com', {
        conditions: actingForUs(Stack.of(this), {
          service: 'codedeploy',
          thing: `deploymentgroup:${application}/*`,
        }),
      }),
      description: 'Latchkey: moves requests from one version of a function to the next',
      managedPolicies: [ManagedPolicy.fromAwsManagedPolicyName(POLICY)],
    });
    Validations.of(role).acknowledge({
      id: `AwsSolutions::AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/${POLICY}]`,
      reason:
        'The role of CodeDeploy, which nothing of ours can take. AWS keeps the list of what a deployment of functions asks for: aliases, alarms, and revisions that are marked as its own.',
    });
    return role.withoutPolicyUpdates();
  }
}
