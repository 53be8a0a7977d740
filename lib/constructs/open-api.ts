import { Validations } from 'aws-cdk-lib';
import type { RestApi } from 'aws-cdk-lib/aws-apigateway';
import type { Settings } from '../settings.ts';

/** Why the API is open where AWS's rules (AwsSolutions) would have it closed, one reason for each. */
export function acknowledgeOpenApi(rest: RestApi, { firewall }: Settings['portal' | 'administration']): void {
  const open =
    'People come here because they cannot sign in. Each route is guarded by its function: a handle, anti-forgery tokens, and limits counted before anything is looked at.';
  Validations.of(rest).acknowledge(
    { id: 'AwsSolutions::AwsSolutions-APIG4', reason: open },
    { id: 'AwsSolutions::AwsSolutions-COG4', reason: open },
    {
      id: 'AwsSolutions::AwsSolutions-APIG2',
      reason: 'Each function reads its body strictly, by the schema of its route in lambdas/api.ts.',
    },
    {
      id: 'AwsSolutions::AwsSolutions-APIG6',
      reason:
        'Execution logs go to a group outside the stack, without our key and retention. The access log says who asked what and how it ended; the functions say why.',
    },
    {
      id: 'AwsSolutions::AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AmazonAPIGatewayPushToCloudWatchLogs]',
      reason: "The policy AWS gives for the one role that writes an account's API logs.",
    },
  );
  if (firewall !== 'off') return;
  const off =
    'The settings turn the firewall off: the allow-list is the wall then, and caps are counted exactly, in the central store.';
  Validations.of(rest).acknowledge(
    { id: 'AwsSolutions::AwsSolutions-APIG3', reason: off },
    { id: 'NIST.800.53.R5::NIST.800.53.R5-APIGWAssociatedWithWAF', reason: off },
  );
}
