import { CfnOutput, Duration, RemovalPolicy, Stack, Validations } from 'aws-cdk-lib';
import { type Conditions, Effect, PolicyStatement, StarPrincipal } from 'aws-cdk-lib/aws-iam';
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  type CfnBucket,
  ObjectLockRetention,
  ObjectOwnership,
} from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { roleArns } from '../role-path.ts';
import type { Settings } from '../settings.ts';
import type { EncryptionKeys } from './encryption-keys.ts';
import type { RecoveryFunction } from './recovery-function.ts';

type TrailArchiveSettings = Pick<Settings, 'name' | 'trail'>;

/** The names of its files (domain/trail): batches by shard and number, roots by number, public keys by fingerprint. */
const FILES = [
  `chain/?/${'?'.repeat(10)}.jsonl`,
  `roots/${'?'.repeat(10)}.json`,
  `keys/${'?'.repeat(64)}.pem`,
] as const;

/**
 * The bucket that holds the sealed trail: locked for as long as the settings say, under a key of its own, over TLS only, never public,
 * kept when the stack goes. Each new file is told to EventBridge.
 */
export class TrailArchive extends Construct {
  readonly bucket: Bucket;
  private readonly keys: EncryptionKeys;

  constructor(scope: Construct, id: string, keys: EncryptionKeys, settings: TrailArchiveSettings) {
    super(scope, id);
    this.keys = keys;
    const { keepDays, lock } = settings.trail;
    const kept = Duration.days(keepDays);
    this.bucket = new Bucket(this, 'Bucket', {
      versioned: true,
      objectLockEnabled: true,
      objectLockDefaultRetention:
        lock === 'compliance' ? ObjectLockRetention.compliance(kept) : ObjectLockRetention.governance(kept),
      encryption: BucketEncryption.KMS,
      encryptionKey: keys.archive,
      bucketKeyEnabled: true,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      enforceSSL: true,
      minimumTLSVersion: 1.2,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    // Said to CloudFormation outright: CDK's own way makes another function, with a policy of AWS's.
    (this.bucket.node.defaultChild as CfnBucket).notificationConfiguration = {
      eventBridgeConfiguration: { eventBridgeEnabled: true },
    };
    // To write over a file would hide the one before from whoever asks for the newest version.
    this.denyEverybody('OnlyNewFiles', 's3:PutObject', {
      Null: { 's3:if-none-match': 'true' },
      Bool: { 's3:ObjectCreationOperation': 'true' },
    });
    // What somebody else puts there would be sealed in with the next root, or stop the sealer.
    this.denyEverybody('OnlyTheSealer', 's3:PutObject', {
      ArnNotLike: { 'aws:PrincipalArn': roleArns(Stack.of(this), settings.name, ['trail-sealer']) },
    });
    // The lock keeps versions; it lets a marker be put before them, under which a file of the same name would be new.
    this.denyEverybody('NothingHidden', 's3:DeleteObject');
    Validations.of(this.bucket).acknowledge({
      id: 'AwsSolutions::AwsSolutions-S1',
      reason:
        'Who reads or tries to change the archive is told by CloudTrail data events, which name the caller and can be proven whole; server access logs are best effort and would need a bucket with the same questions (docs/trail.md).',
    });
    this.outputs();
  }

  /** Lets a function add files that are not there yet, and read those that are. */
  letAdd(it: RecoveryFunction): void {
    const files = FILES.map((name) => this.bucket.arnForObjects(name));
    it.set('LATCHKEY_TRAIL_BUCKET', this.bucket.bucketName);
    it.allow({ actions: ['s3:PutObject'], resources: files, conditions: NEW_FILE });
    it.allow({ actions: ['s3:GetObject'], resources: files });
    // Without it, what is not there is answered as what may not be seen.
    it.allow({ actions: ['s3:ListBucket'], resources: [this.bucket.bucketArn] });
    it.allow({
      actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
      resources: [this.keys.archive.keyArn],
      conditions: { StringEquals: { 'kms:ViaService': `s3.${Stack.of(it).region}.amazonaws.com` } },
    });
  }

  /** What nobody may do with its files, whoever they are; `where`: under these conditions. */
  private denyEverybody(sid: string, action: string, where?: Conditions): void {
    this.bucket.addToResourcePolicy(
      new PolicyStatement({
        sid,
        effect: Effect.DENY,
        principals: [new StarPrincipal()],
        actions: [action],
        resources: [this.bucket.arnForObjects('*')],
        ...(where && { conditions: where }),
      }),
    );
  }

  private outputs(): void {
    new CfnOutput(this, 'Name', {
      description: 'The bucket of the sealed trail, for: aws s3 sync, latchkey trail verify',
      value: this.bucket.bucketName,
    });
    new CfnOutput(this, 'SigningKey', {
      description: 'The key that signs the trail, for: aws kms get-public-key',
      value: this.keys.trailSigning.keyArn,
    });
  }
}

/** Only together with the condition that there is no such file. */
const NEW_FILE = { Null: { 's3:if-none-match': 'false' } };
