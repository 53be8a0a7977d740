import { Duration, Validations } from 'aws-cdk-lib';
import { PolicyStatement, type PolicyStatementProps, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import {
  Alias,
  Architecture,
  Code,
  Function as Lambda,
  type IFunction,
  type IVersion,
  Runtime,
  Tracing,
} from 'aws-cdk-lib/aws-lambda';
import { LogGroup, type RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { FunctionName, Variable } from '../../lambdas/environment.ts';
import { FUNCTION_PLANS } from '../function-plans.ts';
import { rolePath } from '../role-path.ts';
import type { FunctionLink } from './directory-link.ts';
import { functionEnvironment } from './function-environment.ts';
import { EVERYWHERE_REASON, letJoinNetwork, LOG_ACTIONS } from './platform-powers.ts';

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
  /** How many are kept warm; none when left out. */
  readonly provisioned?: number;
  /** The way to the domain controllers, for functions that reach them. */
  readonly link?: FunctionLink;
}

/**
 * One Lambda, the way all of them are: a pinned runtime, a role of its own that holds nothing but what it was granted, logs
 * under a key of ours, traces that hold no more than times, and an environment of exactly the variables it is listed to read.
 */
export class RecoveryFunction extends Construct {
  readonly name: FunctionName;
  /** What its metrics are of. Nothing calls it but by `live`. */
  readonly lambda: Lambda;
  /** The version in use: what APIs, rules, streams and rotations call. */
  readonly live: IFunction;
  /** `live` as a deployment sees it, which moves it from one version to the next. */
  readonly alias: Alias;
  private readonly environment: ReturnType<typeof functionEnvironment>;
  private readonly role: Role;

  constructor(scope: Construct, id: string, props: RecoveryFunctionProps) {
    super(scope, id);
    this.name = props.name;
    this.environment = functionEnvironment(props.name);
    const log = new LogGroup(this, 'Log', { retention: props.logRetentionDays, encryptionKey: props.logKey });
    this.role = new Role(this, 'Role', {
      path: rolePath(props.environment, props.name),
      assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
      description: `Latchkey ${props.name}: ${FUNCTION_PLANS[props.name].purpose}`,
    });
    this.allow({ actions: [...LOG_ACTIONS], resources: [log.logGroupArn] });
    if (props.link) {
      letJoinNetwork(this.role);
      props.link.letReach(this);
    }
    this.lambda = this.made(props, log);
    // CDK declares the role of versions and aliases otherwise than that of functions, which only exactOptionalPropertyTypes tells apart.
    const version = this.lambda.currentVersion as IVersion;
    this.alias = new Alias(this, 'Live', {
      aliasName: 'live',
      version,
      ...(props.provisioned !== undefined && { provisionedConcurrentExecutions: props.provisioned }),
    });
    this.live = this.alias as IFunction;
    const id5 = 'AwsSolutions::AwsSolutions-IAM5[Resource::*]';
    Validations.of(this.role).acknowledge({ id: id5, reason: EVERYWHERE_REASON });
    this.node.addValidation({ validate: () => this.environment.mistakes() });
  }

  /** Gives a variable its value; only one the function is listed to read. */
  set(variable: Variable, value: string): void {
    this.environment.set(variable, value);
  }

  reads(variable: Variable): boolean {
    return this.environment.reads(variable);
  }

  /** Adds to what the function may do. */
  allow(statement: PolicyStatementProps): void {
    this.role.addToPolicy(new PolicyStatement(statement));
  }

  private made({ bundle, architecture, concurrency, link }: RecoveryFunctionProps, log: LogGroup): Lambda {
    const plan = FUNCTION_PLANS[this.name];
    return new Lambda(this, 'Function', {
      description: `Latchkey: ${plan.purpose}`,
      runtime: Runtime.NODEJS_24_X,
      architecture: architecture === 'arm64' ? Architecture.ARM_64 : Architecture.X86_64,
      handler: 'index.handler',
      code: Code.fromAsset(bundle),
      memorySize: plan.memory,
      timeout: Duration.seconds(plan.timeout),
      environment: this.environment.variables(),
      role: this.role,
      logGroup: log,
      tracing: Tracing.ACTIVE,
      ...(concurrency !== undefined && { reservedConcurrentExecutions: concurrency }),
      ...(link && link.placement()),
    });
  }
}
