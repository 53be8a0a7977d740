import { DIMENSIONS, type MetricName, METRICS } from '../../lambdas/metrics.ts';

/** What a deployment reads its metrics for: the JSON of each dashboard, and of each alarm, by name. */
export interface ReadFor {
  readonly dashboards: Readonly<Record<string, string>>;
  readonly alarms: Readonly<Record<string, string>>;
}

const NAMES = Object.keys(METRICS) as readonly MetricName[];

/** docs/metrics.md: every metric of ours, from the list that the code, the dashboards and the alarms share. */
export const metricsPage = (readFor: ReadFor): string =>
  [
    '# Metrics',
    '',
    'Written by `npm run dashboards` from `lambdas/metrics.ts`; a test holds both to each other.',
    '',
    'They are in the CloudWatch namespace `Latchkey/` and the name of the environment (`Latchkey/Production`), so two environments in one account do not add up. Every one has the dimension `service`, the function that counted it, and those in the table. **No dimension names a person, an address or what was typed**; a test looks at every value that is emitted while the tests run.',
    '',
    'A count is told when something happened; where it is silent, nothing did. What is AWS’s own (API Gateway, Lambda, DynamoDB, SQS, WAF, VPN, SES, Backup, Certificate Manager) is under AWS’s names.',
    '',
    'Logs are kept for `logRetentionDays` of the settings, a year unless said otherwise, under the key of operations. CloudWatch keeps metrics for fifteen months: by the minute for fifteen days, by five minutes for sixty-three, by the hour after that.',
    '',
    '| Metric | Means | Unit | Dimensions | Seen on | Rings |',
    '|---|---|---|---|---|---|',
    ...NAMES.map((name) => row(name, readFor)),
    '',
    '## Dashboards',
    '',
    'Drawn from their JSON, as they are laid out; a test holds the pictures to the templates. On top of each are its alarms, then people, then machines.',
    '',
    ...Object.keys(readFor.dashboards).flatMap((name) => [`![${name}](${pictureOf(name)})`, '']),
    '## Dimensions',
    '',
    '| Dimension | Is |',
    '|---|---|',
    '| `service` | the function that counted it |',
    ...Object.entries(DIMENSIONS).map(([name, meaning]) => `| \`${name}\` | ${meaning} |`),
    '',
  ].join('\n');

function row(name: MetricName, { dashboards, alarms }: ReadFor): string {
  const { what, unit, dimensions } = METRICS[name];
  const of = dimensions.map((dimension: string) => `\`${dimension}\``).join(', ');
  const seen = namesOf(dashboards, name).join(', ');
  const rings = namesOf(alarms, name)
    .map((alarm) => `[${alarm}](runbook.md#${alarm.toLowerCase()})`)
    .join(', ');
  return `| \`${name}\` | ${what} | ${unit} | ${of || '–'} | ${seen || '–'} | ${rings || '–'} |`;
}

const namesOf = (bodies: Readonly<Record<string, string>>, name: MetricName): readonly string[] =>
  Object.keys(bodies).filter((one) => new RegExp(`\\b${name}\\b`).test(bodies[one] ?? ''));

/** Where under docs/ a dashboard is drawn. */
export const pictureOf = (dashboard: string): string => `dashboards/${dashboard.toLowerCase()}-dashboard.svg`;
