import type { CostedTemplate } from './fixed-part.ts';
import { HOURS } from './monthly-line.ts';

/** One function of the templates: its memory, how often a schedule wakes it, what is kept warm. */
export interface StandingFunction {
  /** As lambdas/ has it: `outbox-sender`. */
  readonly name: string;
  readonly gigabytes: number;
  readonly wakeUpsAMonth: number;
  readonly provisioned: number;
}

type Resource = CostedTemplate['Resources'][string];
type Named = readonly [id: string, resource: Resource];

/** Every function of the product in these templates. Throws where a schedule is of a kind that is not known. */
export function standingFunctions(templates: readonly CostedTemplate[]): readonly StandingFunction[] {
  return templates.flatMap(({ Resources }) => {
    const all = Object.entries(Resources);
    const names = new Map(all.flatMap((named) => nameOf(named, Resources)));
    return all.flatMap(([id, { Type, Properties = {} }]) => {
      const name = names.get(id);
      if (Type !== 'AWS::Lambda::Function' || name === undefined) return [];
      return {
        name,
        gigabytes: Number(Properties['MemorySize'] ?? 128) / 1024,
        wakeUpsAMonth: all.reduce((sum, [, rule]) => sum + wakeUpsOf(rule, id, Resources), 0),
        provisioned: all.reduce((sum, [, alias]) => sum + provisionedOf(alias, id), 0),
      };
    });
  });
}

/** The path of a function's role names it: /latchkey/<environment>/<function>/. CDK's own functions have none. */
function nameOf(
  [id, { Type, Properties = {} }]: Named,
  all: CostedTemplate['Resources'],
): readonly (readonly [string, string])[] {
  if (Type !== 'AWS::Lambda::Function') return [];
  const role = all[idsIn(Properties['Role'])[0] ?? ''];
  const path = role?.Properties?.['Path'];
  const name = typeof path === 'string' ? /^\/latchkey\/[^/]+\/([\w-]+)\/$/.exec(path)?.[1] : undefined;
  return name === undefined ? [] : [[id, name]];
}

/** The logical ids that a value refers to. */
const idsIn = (value: unknown): readonly string[] =>
  [...JSON.stringify(value ?? null).matchAll(/"(?:Ref|Fn::GetAtt)":\[?"(\w+)"/g)].map(([, id]) => id ?? '');

function wakeUpsOf(
  { Type, Properties = {} }: Resource,
  id: string,
  all: CostedTemplate['Resources'],
): number {
  if (Type !== 'AWS::Events::Rule') return 0;
  const arns = (Properties['Targets'] as readonly { readonly Arn: unknown }[]).flatMap(({ Arn }) =>
    idsIn(Arn),
  );
  const targets = arns.flatMap((target) => [target, ...idsIn(all[target]?.Properties?.['FunctionName'])]);
  return targets.includes(id) ? timesAMonth(String(Properties['ScheduleExpression'])) : 0;
}

function provisionedOf({ Type, Properties = {} }: Resource, id: string): number {
  if (Type !== 'AWS::Lambda::Alias' || !idsIn(Properties['FunctionName']).includes(id)) return 0;
  const kept = Properties['ProvisionedConcurrencyConfig'] as
    { ProvisionedConcurrentExecutions?: number } | undefined;
  return kept?.ProvisionedConcurrentExecutions ?? 0;
}

/** `rate(1 minute)`, or a cron expression of minutes and hours. */
export function timesAMonth(schedule: string): number {
  const [, every = '', unit = ''] = /^rate\((\d+) (minute|hour|day)s?\)$/.exec(schedule) ?? [];
  const perHour = { minute: 60, hour: 1, day: 1 / 24 }[unit];
  if (perHour !== undefined) return (HOURS * perHour) / Number(every);
  const [, minutes, hours] = /^cron\((\S+) (\S+) \S+ \S+ \S+ \S+\)$/.exec(schedule) ?? [];
  if (minutes === undefined || hours === undefined) throw new Error(`no such schedule is known: ${schedule}`);
  return (HOURS / 24) * timesIn(minutes, 60) * timesIn(hours, 24);
}

function timesIn(field: string, whole: number): number {
  const [, step] = /^(?:\*|0)\/(\d+)$/.exec(field) ?? [];
  if (step !== undefined) return whole / Number(step);
  if (field === '*') return whole;
  return field.split(',').reduce((sum, part) => {
    const [from = 0, to = from] = part.split('-').map(Number);
    return sum + (to - from + 1);
  }, 0);
}
