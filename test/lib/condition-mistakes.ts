/** A statement of a policy, wherever it stands. */
export interface PolicyStatement {
  readonly Effect?: unknown;
  readonly Action?: unknown;
  readonly NotAction?: unknown;
  readonly Resource?: unknown;
  readonly Principal?: unknown;
  readonly Condition?: unknown;
}
type Conditions = Readonly<Record<string, Readonly<Record<string, unknown>>>>;
type Text = (value: unknown) => string;

/**
 * Services that take on a role and say for nobody: for Lambda's own roles, for API Gateway's log role and for AWS Backup's AWS documents a
 * trust policy without a condition (read in 2026), and Lambda says that `aws:SourceArn` is not for them. Nobody can give a service a role of
 * another account (iam:PassRole is of one account).
 */
const SAY_NOT_FOR_WHOM = ['lambda.amazonaws.com', 'apigateway.amazonaws.com', 'backup.amazonaws.com'];
/** By which keys a service says for whose thing it acts. */
const FOR_WHOM = ['aws:SourceAccount', 'aws:SourceArn', 'kms:EncryptionContext:aws:logs:arn'];
/** Names this account, or is the ARN of something in the template. */
const OF_OURS = /AWS::AccountId|\b\d{12}\b|Arn["'>\]]/;

/** What a statement leaves open that a condition should close, a sentence each. */
export const conditionMistakes = (id: string, statement: PolicyStatement, text: Text): string[] => {
  if (statement.Effect !== 'Allow') return [];
  const conditions = (statement.Condition ?? {}) as Conditions;
  return [
    ...vacuous(conditions).map((key) => `${id} lets through what has no ${key}`),
    ...(actionsOf(statement).includes('kms:CreateGrant') &&
    conditions['Bool']?.['kms:GrantIsForAWSResource'] !== 'true'
      ? [`${id} lets anybody be granted a key`]
      : []),
    ...servicesIn(statement, text)
      .filter((service) => !SAY_NOT_FOR_WHOM.includes(service) || !isTrust(statement))
      .filter(() => !isForUs(conditions, text))
      .map((service) => `${id} lets ${service} in, for whomever it acts`),
  ];
};

/** Whether a permission of a function says for which thing, or for whose, its service calls. */
export const permissionMistakes = (
  id: string,
  { Principal, SourceArn, SourceAccount }: Readonly<Record<string, unknown>>,
  text: Text,
): string[] =>
  [SourceArn, SourceAccount].some((source) => source !== undefined && OF_OURS.test(text(source)))
    ? []
    : [`${id} lets ${text(Principal)} in, for whomever it acts`];

const actionsOf = ({ Action }: PolicyStatement): string[] => [Action ?? []].flat().map(String);
const isTrust = (statement: PolicyStatement): boolean =>
  actionsOf(statement).every((action) => action === 'sts:AssumeRole');

/** The keys of which all values are asked for something, and which need not be there. */
function vacuous(conditions: Conditions): string[] {
  const asked = Object.entries(conditions).filter(([operator]) => operator.startsWith('ForAllValues:'));
  return asked
    .flatMap(([, keys]) => Object.keys(keys))
    .filter((key) => conditions['Null']?.[key] !== 'false');
}

function servicesIn({ Principal }: PolicyStatement, text: Text): string[] {
  if (typeof Principal !== 'object' || Principal === null || !('Service' in Principal)) return [];
  return [Principal.Service].flat().map(text);
}

const isForUs = (conditions: Conditions, text: Text): boolean =>
  ['StringEquals', 'ArnEquals', 'ArnLike'].some((operator) =>
    FOR_WHOM.some((key) => {
      const value = conditions[operator]?.[key];
      return value !== undefined && [value].flat().every((one) => OF_OURS.test(text(one)));
    }),
  );
