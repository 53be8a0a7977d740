import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import type { AlarmBase } from 'aws-cdk-lib/aws-cloudwatch';
import type { Construct } from 'constructs';
import { AlarmTopics } from '../constructs/alarm-topics.ts';
import { type DashboardName, Dashboards } from '../constructs/dashboards.ts';
import type { EncryptionKeys } from '../constructs/encryption-keys.ts';
import { ServiceAlarms } from '../constructs/service-alarms.ts';
import type { Settings } from '../settings.ts';
import { adoptionSections } from '../watch/adoption-sections.ts';
import { ownMetrics } from '../watch/own-metrics.ts';
import { platformMetrics } from '../watch/platform-metrics.ts';
import { securitySections } from '../watch/security-sections.ts';
import { serviceSections } from '../watch/service-sections.ts';
import type { Watched } from '../watch/watched.ts';

export interface WatchStackProps extends StackProps {
  readonly settings: Settings;
  readonly watched: Watched;
  readonly keys: EncryptionKeys;
}

/** What watches: the dashboards, the alarms and whom they tell. May go without harm to anything. */
export class WatchStack extends Stack {
  constructor(scope: Construct, id: string, { settings, watched, keys, ...props }: WatchStackProps) {
    super(scope, id, { ...props, description: 'Latchkey: dashboards and alarms' });
    const { name: environment, watch } = settings;
    const { runbook } = watch;
    const own = ownMetrics(environment);
    const { topics } = new AlarmTopics(this, 'Alarms', { environment, watch, key: keys.operations });
    const platform = platformMetrics(watched, own);
    const { alarms } = new ServiceAlarms(this, 'ServiceAlarms', {
      environment,
      topics,
      runbook,
      own,
      platform,
      hasCanary: watched.hasCanary,
    });
    const sections = {
      Service: serviceSections(own, watched),
      Adoption: adoptionSections(own),
      Security: securitySections(own, watched),
    };
    const shown = alarmsOf(alarms);
    const { made } = new Dashboards(this, 'Dashboards', { environment, runbook, sections, alarms: shown });
    for (const [name, { dashboardName }] of Object.entries(made))
      new CfnOutput(this, `${name}DashboardUrl`, {
        description: `The ${name} dashboard`,
        value: `https://${this.region}.console.aws.amazon.com/cloudwatch/home?region=${this.region}#dashboards/dashboard/${dashboardName}`,
      });
    for (const [severity, { topicArn }] of Object.entries(topics))
      new CfnOutput(this, `${severity}Topic`, {
        description: `Where alarms go whose severity is ${severity}`,
        value: topicArn,
      });
  }
}

/** All of them on call's page; on the others those that concern them. */
const alarmsOf = (
  alarms: ReadonlyMap<string, AlarmBase>,
): Readonly<Record<DashboardName, readonly AlarmBase[]>> => {
  const named = (names: readonly string[]) => [...alarms].filter(([name]) => names.includes(name));
  const only = (names: readonly string[]) => named(names).map(([, alarm]) => alarm);
  return {
    Service: [...alarms.values()],
    Adoption: only(['DirectoryDown', 'ServiceProblem', 'NotPermitted', 'CanaryFailed', 'TextBudgetLow']),
    Security: only([
      'PrivilegedAttempt',
      'NotMe',
      'GuessingRefused',
      'ConsoleGuessed',
      'FirewallBlocks-portal',
      'FirewallBlocks-administration',
      'ConfigurationPublished',
      'TrailUnsealed',
      'TrailRowOdd',
      'RotationFailed',
      'RotationLate',
      'BackupFailed',
    ]),
  };
};
