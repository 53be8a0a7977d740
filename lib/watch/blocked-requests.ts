import { Aws } from 'aws-cdk-lib';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';

/** How many requests the firewall of a door turned away, by all its rules; silent where it turned none away. */
export const blockedRequests = (door: string, WebACL: string): Metric =>
  new Metric({
    namespace: 'AWS/WAFV2',
    metricName: 'BlockedRequests',
    dimensionsMap: { WebACL, Rule: 'ALL', Region: Aws.REGION },
    statistic: 'Sum',
    label: door,
  });
