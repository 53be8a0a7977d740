import { Duration, Lazy, Stack, Token, Tokenization, Validations } from 'aws-cdk-lib';
import {
  Effect,
  PolicyStatement,
  type PolicyStatementProps,
  Role,
  ServicePrincipal,
} from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Architecture, Code, Function as Lambda, Runtime } from 'aws-cdk-lib/aws-lambda';
import { LogGroup, type RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { type FunctionName, READS, type Variable, VARIABLES } from '../../lambdas/environment.ts';
import { FUNCTION_PLANS } from '../function-plans.ts';
import { rolePath } from '../role-path.ts';
import type { DirectoryLink } from './directory-link.ts';

export interface RecoveryFunctionProps {
  readonly environment: string;
  readonly name: FunctionName;
  /** The folder that holds the bundle. */
  readonly bundle: string;
  readonly architecture: 'arm64' | 'x86_64';
  readonly logRetentionDays: RetentionDays;
  readonly logKey: IKey;
  /** How many may run at once; without it, as many as the account has left. */
  readonly concurrency?: number;
  /** The way to the domain controllers, for functions that reach them. */
  readonly link?: DirectoryLink;
}

/** What Lambda lets a function's environment take up, in bytes. */
const ENVIRONMENT_LIMIT = 4096;

/**
 * One Lambda, the way all of them are: a pinned runtime, a role of its own that holds nothing but what it was granted, logs
 * under a key of ours, and an environment of exactly the variables it is listed to read.
 */
export class RecoveryFunction extends Construct {
  readonly name: FunctionName;
  readonly lambda: Lambda;
  private readonly environment = new Map<Variable, string>();
  private readonly role: Role;

  constructor(scope: Construct, id: string, props: RecoveryFunctionProps) {
    super(scope, id);
    this.name = props.name;
    const plan = FUNCTION_PLANS[props.name];
    const logGroup = new LogGroup(this, 'Log', {
      retention: props.logRetentionDays,
      encryptionKey: props.logKey,
    });
    this.role = new Role(this, 'Role', {
      path: rolePath(props.environment, props.name),
      assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
      description: `Latchkey ${props.name}: ${plan.purpose}`,
    });
    this.allow({
      actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
      resources: [logGroup.logGroupArn],
    });
    if (props.link) this.joinNetwork(props.link);
    this.lambda = new Lambda(this, 'Function', {
      description: `Latchkey: ${plan.purpose}`,
      runtime: Runtime.NODEJS_24_X,
      architecture: props.architecture === 'arm64' ? Architecture.ARM_64 : Architecture.X86_64,
      handler: 'index.handler',
      code: Code.fromAsset(props.bundle),
      memorySize: plan.memory,
      timeout: Duration.seconds(plan.timeout),
      environment: Object.fromEntries(
        READS[props.name].map((variable) => [variable, this.valueLater(variable)]),
      ),
      role: this.role,
      logGroup,
      ...(props.concurrency !== undefined && { reservedConcurrentExecutions: props.concurrency }),
      ...(props.link && props.link.placement()),
    });
    this.node.addValidation({ validate: () => this.mistakes() });
  }

  /** Gives a variable its value; only one the function is listed to read. */
  set(variable: Variable, value: string): void {
    if (!this.reads(variable)) throw new Error(`${this.name} is not listed to read ${variable}`);
    this.environment.set(variable, value);
  }

  reads(variable: Variable): boolean {
    return (READS[this.name] as readonly Variable[]).includes(variable);
  }

  /** Adds to what the function may do. */
  allow(statement: PolicyStatementProps): void {
    this.role.addToPolicy(new PolicyStatement(statement));
  }

  private valueLater(variable: Variable): string {
    return Lazy.string({ produce: () => this.environment.get(variable) ?? '' });
  }

  /** Lambda itself makes the network interfaces with the function's role, and asks for these on all resources; the function's own code is refused them. */
  private joinNetwork(link: DirectoryLink): void {
    const actions = [
      'ec2:AssignPrivateIpAddresses',
      'ec2:CreateNetworkInterface',
      'ec2:DeleteNetworkInterface',
      'ec2:DescribeNetworkInterfaces',
      'ec2:DescribeSubnets',
      'ec2:UnassignPrivateIpAddresses',
    ];
    const { partition, region, account } = Stack.of(this);
    const anyFunction = `arn:${partition}:lambda:${region}:${account}:function:*`;
    this.allow({ actions, resources: ['*'] });
    this.allow({
      effect: Effect.DENY,
      actions,
      resources: ['*'],
      conditions: { ArnLike: { 'lambda:SourceFunctionArn': anyFunction } },
    });
    link.letReach(this);
    Validations.of(this.role).acknowledge({
      id: 'AwsSolutions::AwsSolutions-IAM5[Resource::*]',
      reason:
        'Lambda needs the network interface actions on all resources to join a VPC (as in AWSLambdaVPCAccessExecutionRole); a second statement denies them to the code of the function.',
    });
  }

  private mistakes(): string[] {
    const missing = READS[this.name].filter((variable) => !this.environment.has(variable));
    const size = [...this.environment].reduce((sum, [name, value]) => sum + name.length + sizeOf(value), 0);
    return [
      ...missing.map(
        (variable) => `${this.name} reads ${variable} (${VARIABLES[variable]}), and nothing sets it`,
      ),
      ...(size > ENVIRONMENT_LIMIT
        ? [
            `the environment of ${this.name} takes ${size} bytes, and Lambda allows ${ENVIRONMENT_LIMIT}: shorten the bases or protectedGroups of the domains`,
          ]
        : []),
    ];
  }
}

/** What AWS fills in later (names, ARNs) is taken as 120 bytes each. */
function sizeOf(value: string): number {
  const { tokens } = Tokenization.reverseString(value);
  const markers = tokens.reduce((sum, token) => sum + Token.asString(token).length, 0);
  return Buffer.byteLength(value) - markers + 120 * tokens.length;
}
