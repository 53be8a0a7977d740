import { Duration } from 'aws-cdk-lib';
import {
  type AlarmBase,
  AlarmStatusWidget,
  type Dashboard,
  type IWidget,
  TextWidget,
} from 'aws-cdk-lib/aws-cloudwatch';
import { CustomMonitoring, DynamicDashboardFactory, MonitoringFacade } from 'cdk-monitoring-constructs';
import { Construct } from 'constructs';
import type { Section } from '../watch/section.ts';

/** The dashboards, and whom each is for. */
export const DASHBOARDS = {
  Service: { reader: 'whoever is on call', hours: 12 },
  Adoption: { reader: 'whoever runs IT', hours: 24 * 28 },
  Security: { reader: 'whoever is in charge of security', hours: 24 },
} as const;
export type DashboardName = keyof typeof DASHBOARDS;

export interface DashboardsProps {
  readonly environment: string;
  readonly runbook: string;
  /** What stands at the top of each. */
  readonly alarms: Readonly<Record<DashboardName, readonly AlarmBase[]>>;
  readonly sections: Readonly<Record<DashboardName, readonly Section[]>>;
}

const NAMES = Object.keys(DASHBOARDS) as readonly DashboardName[];

/** Three dashboards: what is most important top left, rows of one kind, every graph from none upwards. */
export class Dashboards extends Construct {
  readonly made: Readonly<Record<DashboardName, Dashboard>>;

  constructor(scope: Construct, id: string, { environment, runbook, alarms, sections }: DashboardsProps) {
    super(scope, id);
    const factory = new DynamicDashboardFactory(this, 'Factory', {
      dashboardNamePrefix: `Latchkey-${environment}`,
      dashboardConfigs: NAMES.map((name) => ({ name, range: Duration.hours(DASHBOARDS[name].hours) })),
    });
    const facade = new MonitoringFacade(this, 'Facade', { dashboardFactory: factory });
    for (const name of NAMES) {
      facade.addDynamicSegment(only(name, () => top(name, runbook, alarms[name])));
      for (const section of sections[name])
        facade.addDynamicSegment(only(name, () => rowsOf(facade, section)));
    }
    this.made = Object.fromEntries(NAMES.map((name) => [name, factory.dashboards[name]])) as Readonly<
      Record<DashboardName, Dashboard>
    >;
  }
}

const only = (name: DashboardName, widgets: () => IWidget[]) => ({
  widgetsForDashboard: (asked: string): IWidget[] => (asked === name ? widgets() : []),
});

function top(name: DashboardName, runbook: string, alarms: readonly AlarmBase[]): IWidget[] {
  const words = new TextWidget({
    width: 8,
    height: 5,
    markdown: [
      `**${name}**, for ${DASHBOARDS[name].reader}. Times are UTC: choose it at the top right.`,
      'All is well when no alarm rings and each row looks as its first line says.',
      `What to do for each alarm: [runbook](${runbook}).`,
    ].join('\n\n'),
  });
  return [new AlarmStatusWidget({ title: 'Alarms', alarms: [...alarms], width: 16, height: 5 }), words];
}

const rowsOf = (facade: MonitoringFacade, { title, good, graphs }: Section): IWidget[] =>
  new CustomMonitoring(facade, {
    humanReadableName: title,
    alarmFriendlyName: title.replace(/\W/g, ''),
    description: `**All is well:** ${good}`,
    descriptionWidgetHeight: 1,
    height: 6,
    metricGroups: graphs.map(({ title: graph, metrics, unit = 'times', thresholds = [] }) => ({
      title: graph,
      metrics: [...metrics],
      graphWidgetWidth: Math.floor(24 / graphs.length),
      graphWidgetAxis: { min: 0, label: unit, showUnits: false },
      horizontalAnnotations: thresholds.map((line) => ({ ...line })),
    })),
  }).widgets();
