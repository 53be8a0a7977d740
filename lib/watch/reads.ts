import type { IMetric } from 'aws-cdk-lib/aws-cloudwatch';
import type { AlarmName } from './alarms.ts';

/** What an alarm reads: one metric, several that each ring by themselves, by a name for each, or none in this deployment. */
export type Read = IMetric | Readonly<Record<string, IMetric>> | undefined;
/** The same of those alarms that do not simply ask for a sum of ours. */
export type Reads = Readonly<Partial<Record<AlarmName, Read>>>;
