import type { Stack } from 'aws-cdk-lib';

/** For what a service acts: `{ service: 'codedeploy', thing: 'deploymentgroup:Application/*' }`. */
export interface ActsFor {
  readonly service: string;
  /** What follows the account in its ARN. */
  readonly thing: string;
}

/**
 * That a service of AWS acts for something in this account: nobody can have it use what is ours for something of theirs. Only for
 * services that say for whom they act; any other would be turned away.
 */
export const actingForUs = ({ partition, region, account }: Stack, what?: ActsFor) => ({
  StringEquals: { 'aws:SourceAccount': account },
  ...(what && {
    ArnLike: { 'aws:SourceArn': `arn:${partition}:${what.service}:${region}:${account}:${what.thing}` },
  }),
});
