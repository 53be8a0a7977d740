import type { RestApi } from 'aws-cdk-lib/aws-apigateway';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { FunctionName } from '../../lambdas/environment.ts';
import type { RecoveryFunction } from '../constructs/recovery-function.ts';

/** All that alarms and dashboards look at; what a deployment does not have is left out, and its alarms with it. */
export interface Watched {
  /** The environment, which our own metrics are under. */
  readonly environment: string;
  readonly portal: RestApi;
  readonly administration: RestApi;
  readonly functions: readonly RecoveryFunction[];
  /** How many of each may run at once. */
  readonly reserved: Readonly<Partial<Record<FunctionName, number>>>;
  /** Those that the clock wakes every minute. */
  readonly everyMinute: readonly FunctionName[];
  readonly deadLetters: readonly IQueue[];
  /** By what they hold. */
  readonly tables: Readonly<Record<string, { readonly tableName: string }>>;
  /** ARNs by the door whose name they are for. */
  readonly certificates: Readonly<Record<string, string>>;
  /** Names of web ACLs in front of a door, by that door. */
  readonly webAcls: Readonly<Record<string, string>>;
  readonly vpnId?: string;
  readonly backupVaultName?: string;
  readonly hasCanary: boolean;
}
