import { Stack } from 'aws-cdk-lib';
import { Effect, PolicyStatement, type PolicyStatementProps, type Role } from 'aws-cdk-lib/aws-iam';

/** Writing its log. */
export const LOG_ACTIONS = ['logs:CreateLogStream', 'logs:PutLogEvents'] as const;
/** Handing in how long its calls took; Lambda asks for these on all resources. */
export const TRACE_ACTIONS = ['xray:PutTelemetryRecords', 'xray:PutTraceSegments'] as const;
/** What Lambda itself does with the function's role to join it to a network. */
export const NETWORK_ACTIONS = [
  'ec2:AssignPrivateIpAddresses',
  'ec2:CreateNetworkInterface',
  'ec2:DeleteNetworkInterface',
  'ec2:DescribeNetworkInterfaces',
  'ec2:DescribeSubnets',
  'ec2:UnassignPrivateIpAddresses',
] as const;
/** Why these have no resource of their own. */
export const EVERYWHERE_REASON =
  'X-Ray knows no resource for handing in a trace, and Lambda needs the network interface actions on all resources to join a VPC (as in AWSLambdaVPCAccessExecutionRole); a second statement denies the latter to the code of the function.';

/** Lambda itself makes the network interfaces with the function's role, and asks for these on all resources; the function's own code is refused them. */
export function letJoinNetwork(role: Role): void {
  const { partition, region, account } = Stack.of(role);
  const anyFunction = `arn:${partition}:lambda:${region}:${account}:function:*`;
  const all: PolicyStatementProps = { actions: [...NETWORK_ACTIONS], resources: ['*'] };
  role.addToPolicy(new PolicyStatement(all));
  role.addToPolicy(
    new PolicyStatement({
      ...all,
      effect: Effect.DENY,
      conditions: { ArnLike: { 'lambda:SourceFunctionArn': anyFunction } },
    }),
  );
}
