import { VARIABLES } from '../../lambdas/environment.ts';
import { NETWORK_ACTIONS, TRACE_ACTIONS } from '../../lib/constructs/platform-powers.ts';
import { conditionMistakes, permissionMistakes, type PolicyStatement } from './condition-mistakes.ts';

/** As much of a template as mistakes are looked for in. */
export interface Resources {
  readonly [id: string]: { readonly Type: string; readonly Properties?: Readonly<Record<string, unknown>> };
}

/** What Lambda asks for on all resources, with the reason said where it is granted. */
const EVERYWHERE: readonly string[] = [...TRACE_ACTIONS, ...NETWORK_ACTIONS];
/** Policies of roles; those on a resource mean it by `*`. */
const OF_ROLES = /^AWS::IAM::/;
/** What opens something by itself, wherever it stands: keys, tokens, and what CloudFormation would put in place of a reference. */
const OPENS =
  /-----BEGIN|AKIA[0-9A-Z]{16}|\{\{resolve:|\bxox[abp]-|\beyJ[\w-]{10,}\.|\bgh[pousr]_\w{20,}|:\/\/[^/\s:@]+:[^/\s@]+@/;
/** Variables and fields that say where a secret is. */
const SECRETIVE = /secret|password|token|credential/i;
/** An ARN, the name of a secret of ours, or nothing. */
const A_PLACE = /^(?:arn:[\w-]+:secretsmanager:.+|latchkey\/[\w/+=.@-]+|none|<[^<>]+>|)$/;

/** What no template of ours may hold, a sentence each: powers without bounds, conditions that hold of nothing, secrets in the open, a role that two functions share. */
export function templateMistakes(resources: Resources, text: (value: unknown) => string): string[] {
  const each = Object.entries(resources).flatMap(([id, { Type, Properties = {} }]) => [
    ...statementsIn(writtenOut(Type, Properties, text)).flatMap((statement) => [
      ...statementMistakes(id, statement, OF_ROLES.test(Type)),
      ...conditionMistakes(id, statement, text),
    ]),
    ...(Type === 'AWS::Lambda::Permission' ? permissionMistakes(id, Properties, text) : []),
    ...(Type === 'AWS::Lambda::Function' ? environmentMistakes(id, Properties, text) : []),
    ...(Type === 'AWS::SecretsManager::Secret' && 'SecretString' in Properties
      ? [`${id} has its secret in the template`]
      : []),
  ]);
  return [...each, ...sharedRoles(resources, text)];
}

/** The policy of a log group is a text with JSON in it. */
const writtenOut = (type: string, properties: object, text: (value: unknown) => string): object =>
  type === 'AWS::Logs::ResourcePolicy' && 'PolicyDocument' in properties
    ? (JSON.parse(text(properties.PolicyDocument)) as object)
    : properties;

/** Wherever a policy stands in a resource. */
function statementsIn(value: unknown): PolicyStatement[] {
  if (Array.isArray(value)) return value.flatMap(statementsIn);
  if (typeof value !== 'object' || value === null) return [];
  const own =
    'Effect' in value && ('Action' in value || 'NotAction' in value) ? [value as PolicyStatement] : [];
  return [...own, ...Object.values(value).flatMap(statementsIn)];
}

function statementMistakes(
  id: string,
  { Action, NotAction, Resource, Effect }: PolicyStatement,
  ofRole: boolean,
): string[] {
  if (Effect !== 'Allow') return [];
  const actions = [Action ?? []].flat().map(String);
  const wide = ofRole && [Resource].flat().includes('*');
  return [
    ...(NotAction === undefined ? [] : [`${id} allows all but some actions`]),
    ...actions.filter((action) => action.includes('*')).map((action) => `${id} allows ${action}`),
    ...actions
      .filter((action) => wide && !EVERYWHERE.includes(action))
      .map((action) => `${id} allows ${action} on everything`),
  ];
}

function environmentMistakes(
  id: string,
  properties: Readonly<Record<string, unknown>>,
  text: (value: unknown) => string,
): string[] {
  const { Variables = {} } = (properties['Environment'] ?? {}) as { readonly Variables?: object };
  return Object.entries(Variables).flatMap(([name, value]) => {
    const said = text(value);
    return [
      ...(Object.hasOwn(VARIABLES, name)
        ? []
        : [`${id} is given ${name}, which no function is listed to read`]),
      ...(OPENS.test(said) || !isPlace(name, said) ? [`${id} has what opens something in ${name}`] : []),
    ];
  });
}

/** Whether everything that is said to be of a secret says only where it is: the value of a variable, or of a field in its JSON. */
function isPlace(name: string, value: unknown): boolean {
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).every(([field, inner]) =>
      isPlace(SECRETIVE.test(name) ? name : field, inner),
    );
  if (typeof value !== 'string') return true;
  const parsed = parsedJson(value);
  if (parsed !== undefined) return isPlace(name, parsed);
  return !SECRETIVE.test(name) || name === 'LATCHKEY_BREACHED_PASSWORDS' || A_PLACE.test(value);
}

function parsedJson(value: string): object | undefined {
  if (!/^[[{]/.test(value)) return undefined;
  try {
    return JSON.parse(value) as object;
  } catch {
    return undefined;
  }
}

function sharedRoles(resources: Resources, text: (value: unknown) => string): string[] {
  const roles = Object.values(resources)
    .filter(({ Type }) => Type === 'AWS::Lambda::Function')
    .map(({ Properties = {} }) => text(Properties['Role']));
  return roles
    .filter((role, at) => roles.indexOf(role) < at)
    .map((role) => `two functions have the role ${role}`);
}
