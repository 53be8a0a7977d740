import { randomBytes } from 'node:crypto';
import { DecryptCommand, GenerateDataKeyCommand, KMSClient } from '@aws-sdk/client-kms';
import { mockClient } from 'aws-sdk-client-mock';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { kmsOpener, kmsSealer } from '../../../adapters/kms/sealer.ts';
import { startAwsStandIns, type AwsStandIns } from '../../../local/aws/start-aws-stand-ins.ts';
import { sealerContract } from '../../contracts/sealer.ts';

const unavailable = { name: 'Failure', code: 'keys-unavailable' };
const MINUTE = 60_000;

describe('KMS, stood in for', () => {
  let [aws, other]: (AwsStandIns | undefined)[] = [];
  beforeAll(async () => {
    [aws, other] = await Promise.all([startAwsStandIns(), startAwsStandIns()]);
    aws.keys.ensure('sealing', 'SYMMETRIC_DEFAULT');
  });
  afterAll(() => Promise.all([aws?.stop(), other?.stop()]));
  const client = (of: AwsStandIns | undefined) => new KMSClient({ endpoint: of?.url ?? '' });

  sealerContract('KMS', async () => ({
    sealer: () => kmsSealer(client(aws), 'sealing'),
    opener: () => kmsOpener(client(aws)),
    anotherOpener: () => kmsOpener(client(other)),
  }));

  it('is unavailable, not corrupt, when it is gone', async () => {
    const gone = new KMSClient({ endpoint: 'http://127.0.0.1:1', maxAttempts: 1 });
    const sealed = await kmsSealer(client(aws), 'sealing').seal('code', '12345678');
    await expect(kmsSealer(gone, 'sealing').seal('code', '12345678')).rejects.toMatchObject(unavailable);
    await expect(kmsOpener(gone).open('code', sealed)).rejects.toMatchObject(unavailable);
  });
});

describe('the calls made to KMS', () => {
  const client = new KMSClient({});
  const kms = mockClient(client);
  let now = 0;
  const clock = { now: () => now };
  const sealer = () => kmsSealer(client, 'the-key', clock);
  const opener = () => kmsOpener(client, clock);
  const minted = () => kms.commandCalls(GenerateDataKeyCommand).length;
  const unwrapped = () => kms.commandCalls(DecryptCommand).length;

  beforeEach(() => {
    now = 1_000 * MINUTE;
    kms.reset();
    // The wrapped key is the key itself, so that any number of data keys can be told apart and opened.
    kms.on(GenerateDataKeyCommand).callsFake(() => {
      const key = new Uint8Array(randomBytes(32));
      return { Plaintext: key, CiphertextBlob: key };
    });
    kms
      .on(DecryptCommand)
      .callsFake(({ CiphertextBlob }: { CiphertextBlob: Uint8Array }) => ({ Plaintext: CiphertextBlob }));
  });

  it('bind the product and the purpose to the data key', async () => {
    const sealed = await sealer().seal('address', 'ada@corp.example');
    await opener().open('address', sealed);
    const context = { product: 'latchkey', purpose: 'address' };
    expect(kms.commandCalls(GenerateDataKeyCommand)[0]?.args[0].input).toEqual({
      KeyId: 'the-key',
      KeySpec: 'AES_256',
      EncryptionContext: context,
    });
    expect(kms.commandCalls(DecryptCommand)[0]?.args[0].input).toMatchObject({ EncryptionContext: context });
  });

  it('are one per purpose for many texts, even at once', async () => {
    const one = sealer();
    const texts = Array.from({ length: 50 }, (_, index) => `text ${String(index)}`);
    const sealed = await Promise.all(texts.map((text) => one.seal('address', text)));
    await one.seal('code', '12345678');
    expect(minted()).toBe(2);
    const reader = opener();
    expect(await Promise.all(sealed.map((text) => reader.open('address', text)))).toEqual(texts);
    expect(unwrapped()).toBe(1);
  });

  it('give a new data key after five minutes, and after a clock that jumped back', async () => {
    const one = sealer();
    for (const [step, keys] of [
      [0, 1],
      [5 * MINUTE - 1, 1],
      [1, 2],
      [-10 * MINUTE, 3],
    ] as const) {
      now += step;
      await one.seal('code', '12345678');
      expect(minted()).toBe(keys);
    }
  });

  it('give a new data key after a thousand texts', async () => {
    const one = sealer();
    await Promise.all(Array.from({ length: 1_000 }, () => one.seal('code', '12345678')));
    expect(minted()).toBe(1);
    await one.seal('code', '12345678');
    expect(minted()).toBe(2);
  });

  it('open a data key again after five minutes', async () => {
    const [sealed, reader] = [await sealer().seal('code', '12345678'), opener()];
    for (const [step, calls] of [
      [0, 1],
      [5 * MINUTE - 1, 1],
      [1, 2],
    ] as const) {
      now += step;
      expect(await reader.open('code', sealed)).toBe('12345678');
      expect(unwrapped()).toBe(calls);
    }
  });

  it('forget the data key used longest ago, once 256 others were used', async () => {
    const reader = opener();
    const sealed = await Promise.all(Array.from({ length: 257 }, (_, n) => sealer().seal('code', String(n))));
    for (const text of sealed.slice(0, 256)) await reader.open('code', text);
    const [first = sealed[256], second = sealed[256], ...rest] = sealed;
    if (first === undefined || second === undefined) throw new Error('nothing was sealed');
    await reader.open('code', first);
    expect(unwrapped()).toBe(256);
    for (const text of rest.slice(-1)) await reader.open('code', text);
    await reader.open('code', first);
    expect(unwrapped()).toBe(257);
    await reader.open('code', second);
    expect(unwrapped()).toBe(258);
  });

  it('are made again after a failure', async () => {
    const [writer, reader, key] = [sealer(), opener(), new Uint8Array(32)];
    kms
      .on(GenerateDataKeyCommand)
      .rejectsOnce(new Error('down'))
      .resolves({ Plaintext: key, CiphertextBlob: key });
    await expect(writer.seal('code', '12345678')).rejects.toMatchObject(unavailable);
    const sealed = await writer.seal('code', '12345678');
    expect(minted()).toBe(2);
    kms.on(DecryptCommand).rejectsOnce(new Error('down')).resolves({ Plaintext: key });
    await expect(reader.open('code', sealed)).rejects.toMatchObject(unavailable);
    expect(await reader.open('code', sealed)).toBe('12345678');
    expect(unwrapped()).toBe(2);
  });

  it('fail when KMS answers without a key', async () => {
    const sealed = await sealer().seal('code', '12345678');
    kms.on(GenerateDataKeyCommand).resolves({});
    kms.on(DecryptCommand).resolves({});
    await expect(sealer().seal('code', '12345678')).rejects.toMatchObject(unavailable);
    await expect(opener().open('code', sealed)).rejects.toMatchObject(unavailable);
  });
});
