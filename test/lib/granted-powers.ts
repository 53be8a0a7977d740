import type { FunctionName } from '../../lambdas/environment.ts';
import { LOG_ACTIONS, NETWORK_ACTIONS, TRACE_ACTIONS } from '../../lib/constructs/platform-powers.ts';
import type { Powers } from './declared-powers.ts';
import type { synthesized } from './synthesized.ts';

export interface Statement {
  readonly Effect: string;
  readonly Action: string | readonly string[];
  readonly Resource?: unknown;
  readonly NotResource?: unknown;
  readonly Condition?: Readonly<
    Record<string, Readonly<Record<string, string | readonly string[] | object>>>
  >;
}
type Synthesized = ReturnType<typeof synthesized>;

/** What powers are over, as the handlers call it, by how the template names it. */
const THINGS: readonly (readonly [RegExp, string])[] = [
  [/^<StoreFlows\.Arn>\/index\/(\w+)$/, 'flows by $1'],
  [/^<StoreFlows\.StreamArn>$/, 'stream of flows'],
  [/^<Store(\w+)\.Arn>$/, '$1'],
  [/^<DataProxy\w+Secret>$/, 'data proxy secrets'],
  [/^<SelfService\w+Secret>$/, 'self-service secrets'],
  [/^<Canary\w*Secret>$/, 'canary secret'],
  [/:secret:latchkey\/outside-.*/, 'outside secrets'],
  [/:secret:latchkey\/webhook-.*/, 'webhook secrets'],
  [/:secret:latchkey\/attribute-writer-.*/, 'attribute writer secrets'],
  [/:ses:.*:identity\/.*/, 'mail identity'],
  [/:latchkey-changes$/, 'topic of changes'],
  [/^not arn:.*:sns:\*:\*:\*$/, 'telephone numbers'],
  [/^<KeysTrailSigning\.Arn>$/, 'trail signing key'],
  [/^<Keys(\w+)\.Arn>$/, '$1 key'],
  [/^<(?:Trail)?Archive\w*\.Arn>.*$/, 'archive'],
];

/** What Lambda and what wakes a function ask of every role alike: not the function's own, so not in its list. */
const OF_THE_PLATFORM: readonly string[] = [
  ...LOG_ACTIONS,
  ...TRACE_ACTIONS,
  ...NETWORK_ACTIONS,
  // What failed for good is kept.
  'sqs:GetQueueAttributes',
  'sqs:GetQueueUrl',
  'sqs:SendMessage',
];

/** The statements of a function's role. */
export function statementsOf(it: Synthesized, name: FunctionName): Statement[] {
  const role = it
    .all('service', 'AWS::IAM::Role')
    .find(({ Properties }) => String(Properties['Path']).endsWith(`/${name}/`));
  const ours = JSON.stringify([{ Ref: role?.id }]);
  return it
    .all('service', 'AWS::IAM::Policy')
    .filter(({ Properties }) => JSON.stringify(Properties['Roles']) === ours)
    .flatMap(({ Properties }) => (Properties['PolicyDocument'] as { Statement: Statement[] }).Statement);
}

/**
 * What a function's role lets it do, as its handler lists it; without what is of the platform, and without the tables' own key,
 * which DynamoDB alone uses.
 */
export function grantedPowers(it: Synthesized, name: FunctionName): Powers {
  const found = new Map<string, Map<string, Set<string>>>();
  for (const statement of statementsOf(it, name))
    if (statement.Effect === 'Allow')
      for (const thing of new Set(thingsOf(it, statement)))
        for (const action of [statement.Action].flat()) {
          const actions = found.get(thing) ?? new Map<string, Set<string>>();
          const rows = actions.get(action) ?? new Set();
          for (const row of rowsOf(it, statement)) rows.add(row);
          found.set(thing, actions.set(action, rows));
        }
  found.delete('store key');
  const listed = [...found].flatMap(([thing, actions]) => {
    const own = [...actions].filter(([action]) => !OF_THE_PLATFORM.includes(action));
    return own.length === 0
      ? []
      : [[thing, own.map(([a, rows]) => [a, ...[...rows].toSorted()].join(' ')).toSorted()]];
  });
  return Object.fromEntries(listed) as Powers;
}

function thingsOf(it: Synthesized, { Resource, NotResource }: Statement): string[] {
  const named = NotResource === undefined ? [Resource].flat().map(it.text) : [`not ${it.text(NotResource)}`];
  return named.map((text) => {
    const [pattern, words] = THINGS.find(([each]) => each.test(text)) ?? [/[^]*/, text];
    return (pattern.exec(text)?.[0] ?? text).replace(pattern, words).toLowerCase();
  });
}

/** `flow#*` as the kind of row it stands for; the days that events are kept by, as events. */
const rowsOf = (it: Synthesized, { Condition }: Statement): string[] =>
  [Condition?.['ForAllValues:StringLike']?.['dynamodb:LeadingKeys'] ?? []]
    .flat()
    .map((key) => it.text(key).replace('#*', '').replace(/^2\*$/, 'events'));
