import { Validations } from 'aws-cdk-lib';
import { Alarm } from 'aws-cdk-lib/aws-cloudwatch';
import { Policy } from 'aws-cdk-lib/aws-iam';
import { Vpc } from 'aws-cdk-lib/aws-ec2';
import type { CfnFunction } from 'aws-cdk-lib/aws-lambda';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import type { IConstruct } from 'constructs';
import { GradualDeployment } from './constructs/gradual-deployment.ts';
import { RecoveryApi } from './constructs/recovery-api.ts';
import { RecoveryFunction } from './constructs/recovery-function.ts';

/** Why a rule of NIST 800-53 is not kept, by the rule's name. */
const API = {
  APIGWCacheEnabledAndEncrypted:
    'Nothing is cached: every answer is of one person at one moment, and says so (cache-control: no-store).',
  APIGWExecutionLoggingEnabled:
    'Execution logs go to a group outside the stack, without our key and retention. The access log says who asked what and how it ended; the functions say why.',
  APIGWSSLEnabled:
    'A client certificate proves the gateway to an HTTP backend. Behind this one are only functions, and Lambda lets in nobody but this API.',
};
const FUNCTION = {
  LambdaDLQ:
    'Requests wait for their answer. What calls without waiting (the clock, Secrets Manager) calls an alias, whose destination for failures is the queue WakeUps/DeadLetters; a dead-letter queue of the function would see none of them.',
};
const OUTSIDE = {
  LambdaInsideVPC:
    'It does not reach the domain controllers, so it is kept out of their network; it talks to AWS services and, where the settings say so, to one service outside, over TLS.',
};
const UNSHARED = {
  LambdaConcurrency:
    'Shares are reserved where domain controllers are behind, to protect them. This one reaches none: what it takes is bounded by the paces of its door or by the clock that wakes it.',
};
const POLICY = {
  IAMNoInlinePolicy:
    'A policy that one role alone has, and that comes and goes with it. A shared one would let the powers of one function grow with those of another.',
};
const ARCHIVE = {
  S3BucketLoggingEnabled:
    'Who reads or tries to change the archive is told by CloudTrail data events, which name the caller and can be proven whole (docs/trail.md).',
  S3BucketReplicationEnabled:
    'Its files are locked and versioned, and the events themselves are in the trail table, which is backed up. Another account may collect copies (docs/trail.md).',
};
const SECRET = {
  SecretsManagerRotationEnabled:
    'It is rotated by the schedule in the background stack where its account has an alternate. Without one nothing can change the password of an account in Active Directory without a gap.',
};
const MOVED = {
  CloudWatchAlarmAction:
    'It is read by CodeDeploy, which goes back to the version before when it rings during a deployment; nobody is woken by it.',
};
const QUIETED = {
  CloudWatchAlarmAction:
    'It is a part of the alarm of the same name that is quiet while its cause rings; that one tells the topic.',
};
const NETWORK = {
  VPCDefaultSecurityGroupClosed:
    'Closing it takes a function of its own with powers over EC2. Nothing is ever placed in it: each link and endpoint has a group of its own.',
};

/** Answers the rules of NIST 800-53 that are not kept, each where it is not, so that the same elsewhere is still found. */
export function answerNist(root: IConstruct): void {
  for (const it of root.node.findAll())
    for (const [rule, reason] of Object.entries(answersFor(it)))
      Validations.of(it).acknowledge({ id: `NIST.800.53.R5::NIST.800.53.R5-${rule}`, reason });
}

function answersFor(it: IConstruct): Readonly<Record<string, string>> {
  if (it instanceof RecoveryApi) return API;
  if (it instanceof RecoveryFunction)
    return { ...FUNCTION, ...(it.lambda.isBoundToVpc ? {} : OUTSIDE), ...(hasShare(it) ? {} : UNSHARED) };
  if (it instanceof Policy) return POLICY;
  if (it instanceof Bucket) return ARCHIVE;
  if (it instanceof Secret) return SECRET;
  if (it instanceof GradualDeployment) return MOVED;
  if (it instanceof Alarm && it.node.scope?.node.tryFindChild(`${it.node.id}Unless`)) return QUIETED;
  if (it instanceof Vpc) return NETWORK;
  return {};
}

const hasShare = ({ lambda }: RecoveryFunction): boolean =>
  (lambda.node.defaultChild as CfnFunction).reservedConcurrentExecutions !== undefined;
