import { Stack } from 'aws-cdk-lib';
import { FlowLogDestination, type Vpc } from 'aws-cdk-lib/aws-ec2';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { LogGroup, type RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { actingForUs } from './acting-for-us.ts';
import { keyFor } from './key-for.ts';
import { logs } from './key-users.ts';

/**
 * Who spoke to whom in a VPC of ours, addresses and ports, refused and let through; kept as long as the other logs. Its key is its
 * own: the network is made before the keys of the state.
 */
export class FlowRecord extends Construct {
  constructor(scope: Construct, id: string, vpc: Vpc, retention: RetentionDays) {
    super(scope, id);
    const encryptionKey = keyFor(
      this,
      'Key',
      'the record of who spoke to whom',
      { enableKeyRotation: true },
      [logs(Stack.of(this))],
    );
    const logGroup = new LogGroup(this, 'Log', { retention, encryptionKey });
    const writer = new Role(this, 'Writer', {
      description: 'Latchkey: writes down who spoke to whom',
      assumedBy: new ServicePrincipal('vpc-flow-logs.amazonaws.com', {
        conditions: actingForUs(Stack.of(this), { service: 'ec2', thing: 'vpc-flow-log/*' }),
      }),
    });
    vpc.addFlowLog('Flows', { destination: FlowLogDestination.toCloudWatchLogs(logGroup, writer) });
  }
}
