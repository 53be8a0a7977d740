import { generateKeyPairSync, randomBytes, randomUUID } from 'node:crypto';
import * as z from 'zod';
import { AwsFault } from './aws-fault.ts';
import { PLACE } from './operation.ts';
import { storedDocument } from './stored-document.ts';

/** What a key is for, in KMS's words: SYMMETRIC_DEFAULT encrypts, HMAC_256 makes MACs, ECC_NIST_P256 signs. */
export type KeySpec = 'SYMMETRIC_DEFAULT' | 'HMAC_256' | 'ECC_NIST_P256';

const Key = z.object({
  id: z.string(),
  name: z.string(),
  spec: z.enum(['SYMMETRIC_DEFAULT', 'HMAC_256', 'ECC_NIST_P256']),
  material: z.base64(),
});
type Key = Readonly<z.infer<typeof Key>>;

/** The keys of the stand-in KMS. */
export interface KmsKeys {
  /** Makes a key of that name unless there is one, and says its ARN. The name serves as key id, alias or ARN alike. */
  ensure(name: string, spec: KeySpec): string;
  /** The key of a name, key id or ARN; of one that signs, its private half (PKCS #8, DER). Faults: NotFoundException, InvalidKeyUsageException. */
  find(keyId: string, spec: KeySpec): { readonly arn: string; readonly material: Buffer };
}

/** Keys kept in `<folder>/kms-keys.json`, so that what was enrolled stays valid after a restart. */
export function standInKeys(folder: string | undefined): KmsKeys {
  const { content: keys, save } = storedDocument(folder, 'kms-keys', (json) => z.array(Key).parse(json), []);

  function known(keyId: string): Key | undefined {
    const bare = keyId.replace(/^arn:aws:kms:[^:]*:[^:]*:/, '').replace(/^key\//, '');
    return keys.find(({ id, name }) => [id, name, `alias/${name}`].includes(bare));
  }

  return {
    ensure(name, spec) {
      const key = known(name) ?? {
        id: randomUUID(),
        name,
        spec,
        material: materialOf(spec).toString('base64'),
      };
      if (!keys.includes(key)) {
        keys.push(key);
        save();
      }
      return arnOf(key);
    },
    find(keyId, spec) {
      const key = known(keyId);
      if (key === undefined) throw new AwsFault('NotFoundException', `Key '${keyId}' does not exist`);
      if (key.spec !== spec) {
        throw new AwsFault('InvalidKeyUsageException', `${arnOf(key)} is ${key.spec}, not ${spec}`);
      }
      return { arn: arnOf(key), material: Buffer.from(key.material, 'base64') };
    },
  };
}

function materialOf(spec: KeySpec): Buffer {
  if (spec !== 'ECC_NIST_P256') return randomBytes(32);
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return privateKey.export({ format: 'der', type: 'pkcs8' });
}

function arnOf({ id }: Key): string {
  return `arn:aws:kms:${PLACE.region}:${PLACE.account}:key/${id}`;
}
