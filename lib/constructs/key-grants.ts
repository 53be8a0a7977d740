import type { EncryptionKeys } from './encryption-keys.ts';
import type { RecoveryFunction } from './recovery-function.ts';

/** Lets a function tag answers and codes with the HMAC key, and tells it which that is. */
export function letTag(it: RecoveryFunction, { mac }: EncryptionKeys): void {
  it.set('LATCHKEY_MAC_KEY', mac.keyId);
  it.allow({ actions: ['kms:GenerateMac'], resources: [mac.keyArn] });
}

/** Lets a function seal and open the seeds of authenticator apps. */
export function letKeepSeeds(it: RecoveryFunction, { seed }: EncryptionKeys): void {
  it.set('LATCHKEY_SEED_KEY', seed.keyId);
  it.allow({ actions: ['kms:GenerateMac'], resources: [seed.keyArn] });
}

const OURS = { StringEquals: { 'kms:EncryptionContext:product': 'latchkey' } };

/** Lets a function seal addresses, codes and letters; it can open none. */
export function letSeal(it: RecoveryFunction, { seal }: EncryptionKeys): void {
  it.set('LATCHKEY_SEAL_KEY', seal.keyId);
  it.allow({ actions: ['kms:GenerateDataKey'], resources: [seal.keyArn], conditions: OURS });
}

/** Lets a function open what is sealed; it can seal nothing. */
export function letOpen(it: RecoveryFunction, { seal }: EncryptionKeys): void {
  it.allow({ actions: ['kms:Decrypt'], resources: [seal.keyArn], conditions: OURS });
}

/** Lets a function bind what is asked outside to one flow or session. */
export function letBind(it: RecoveryFunction, { federation }: EncryptionKeys): void {
  it.set('LATCHKEY_FEDERATION_KEY', federation.keyId);
  it.allow({ actions: ['kms:GenerateMac'], resources: [federation.keyArn] });
}

/** Lets a function sign the roots of the sealed trail, and hand out the key that they are verified with. */
export function letSign(it: RecoveryFunction, { trailSigning }: EncryptionKeys): void {
  it.set('LATCHKEY_TRAIL_KEY', trailSigning.keyId);
  it.allow({ actions: ['kms:GetPublicKey', 'kms:Sign'], resources: [trailSigning.keyArn] });
}
