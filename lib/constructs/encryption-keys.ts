import { Stack } from 'aws-cdk-lib';
import { AccountRootPrincipal, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { type IKey, KeySpec, KeyUsage } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import { keyFor, type KeyKind } from './key-for.ts';
import { alarms, grantedToService, logs, throughService, usedBy } from './key-users.ts';
import { type Abroad, sharedKeys } from './shared-keys.ts';

/**
 * The customer-managed keys, one for each purpose. Every key policy parts looking after the key (the account's
 * administrators) from using it (the roles of the functions named here, or one AWS service). All are kept when the stack goes.
 */
export class EncryptionKeys extends Construct {
  /** The tables of the central store. */
  readonly store: IKey;
  /** Addresses and codes: who seals cannot open, and the other way round. */
  readonly seal: IKey;
  /** The HMAC key over answers and codes; it never leaves KMS. */
  readonly mac: IKey;
  /** The HMAC key that yields the key of authenticator apps' seeds; who may use it can read every seed. */
  readonly seed: IKey;
  /** The HMAC key that binds what is asked outside to one flow or session. */
  readonly federation: IKey;
  /** The secrets of the two accounts. */
  readonly credentials: IKey;
  /** The bucket of the sealed trail. */
  readonly archive: IKey;
  /** Signs the sealed trail (ECDSA on P-256); its private half never leaves KMS. */
  readonly trailSigning: IKey;
  /** The back-up vault. */
  readonly vault: IKey;
  /** Logs and alarms. */
  readonly operations: IKey;

  constructor(scope: Construct, id: string, environment: string, abroad: Abroad = {}) {
    super(scope, id);
    const stack = Stack.of(this);
    const rotating: KeyKind = { enableKeyRotation: true };
    this.store = keyFor(this, 'Store', 'the tables of the central store', rotating, [
      throughService(stack, 'dynamodb'),
      grantedToService(stack, 'dynamodb'),
    ]);
    const { seal, mac, seed } = sharedKeys(this, environment, abroad);
    this.seal = seal;
    this.mac = mac;
    this.seed = seed;
    const hmac = { keySpec: KeySpec.HMAC_256, keyUsage: KeyUsage.GENERATE_VERIFY_MAC };
    this.federation = keyFor(this, 'Federation', 'what binds questions outside to a flow', hmac, [
      usedBy(stack, environment, ['federation'], 'kms:GenerateMac'),
    ]);
    this.credentials = keyFor(this, 'Credentials', 'the secrets of the two accounts', rotating, [
      throughService(stack, 'secretsmanager'),
    ]);
    this.archive = keyFor(this, 'Archive', 'the sealed trail', rotating, [throughService(stack, 's3')]);
    const signing = { keySpec: KeySpec.ECC_NIST_P256, keyUsage: KeyUsage.SIGN_VERIFY };
    this.trailSigning = keyFor(this, 'TrailSigning', 'signs the sealed trail', signing, [
      usedBy(stack, environment, ['trail-sealer'], 'kms:Sign'),
      // Of no use for signing: whoever verifies takes it from here.
      new PolicyStatement({
        principals: [new AccountRootPrincipal()],
        actions: ['kms:GetPublicKey'],
        resources: ['*'],
      }),
    ]);
    this.vault = keyFor(this, 'Vault', 'the back-up vault', rotating, [
      throughService(stack, 'backup'),
      grantedToService(stack, 'backup'),
    ]);
    this.operations = keyFor(this, 'Operations', 'logs and alarms', rotating, [
      logs(stack),
      alarms(stack, environment),
    ]);
  }
}
