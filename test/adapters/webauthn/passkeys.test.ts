import { sign, X509Certificate } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { webauthnPasskeys } from '../../../adapters/webauthn/passkeys.ts';
import type { RegisteredPasskey } from '../../../domain/enrollment/enrollment.ts';
import { createAuthority } from '../../../local/directory/certificates.ts';
import { cborBytes, cborMap } from '../../support/cbor.ts';
import {
  softwareAuthenticator,
  type Attested,
  type CeremonyChanges,
  type SoftwareAuthenticator,
} from '../../support/software-authenticator.ts';

const passkeys = webauthnPasskeys('https://reset.example.com');
const challenge = Buffer.alloc(32, 1).toString('base64url');
const another = Buffer.alloc(32, 2).toString('base64url');

async function registered(authenticator: SoftwareAuthenticator): Promise<RegisteredPasskey> {
  const made = await passkeys.registered(authenticator.create(challenge), { challenge });
  if (!made) throw new Error('the passkey was refused');
  return { ...made, name: '', registeredAt: 0 };
}

/** An attestation's statement: ES256, with a certificate or without. */
const statement = (signature: Buffer, certificate?: Buffer): Buffer =>
  cborMap(
    ['sig', cborBytes(signature)],
    ...(certificate
      ? [['x5c', Buffer.concat([Buffer.from([0x81]), cborBytes(certificate)])] as const]
      : [['alg', Buffer.from([0x26])] as const]),
  );

/** Whatever is not right, at making and at using alike. */
const NOT_RIGHT: readonly (readonly [string, CeremonyChanges])[] = [
  ['made at another site', { origin: 'https://reset.example.com.evil.test' }],
  ['made at another port', { origin: 'https://reset.example.com:8443' }],
  ['made without encryption', { origin: 'http://reset.example.com' }],
  ['made at a subdomain', { origin: 'https://x.reset.example.com' }],
  ['of another site’s key', { rpId: 'example.com' }],
  ['without the person verified', { verified: false }],
  ['without the person present', { present: false, verified: true }],
  ['made within a page of another site', { crossOrigin: true }],
  ['of another kind', { type: 'payment.get' }],
];

describe('a passkey that is made', () => {
  it.each(['ES256', 'EdDSA', 'RS256'] as const)('with %s is kept and used', async (algorithm) => {
    const authenticator = softwareAuthenticator(algorithm);
    const kept = await registered(authenticator);
    expect(kept).toMatchObject({ id: authenticator.id, signCount: 1, backedUp: false });
    const answer = authenticator.get(challenge, { counter: 2 });
    expect(passkeys.claimed(answer)).toBe(authenticator.id);
    expect(await passkeys.proven(answer, { challenge }, kept)).toEqual({ signCount: 2 });
  });

  it.each([...NOT_RIGHT, ['as an answer to use one', { type: 'webauthn.get' }] as const])(
    '%s is refused',
    async (_, changes) => {
      const answer = softwareAuthenticator().create(challenge, changes);
      expect(await passkeys.registered(answer, { challenge })).toBeUndefined();
    },
  );

  it('for another challenge, or under another id, is refused', async () => {
    const authenticator = softwareAuthenticator();
    expect(await passkeys.registered(authenticator.create(another), { challenge })).toBeUndefined();
    const { id } = softwareAuthenticator();
    const answer = { ...authenticator.create(challenge), id, rawId: id };
    expect(await passkeys.registered(answer, { challenge })).toBeUndefined();
  });

  it('with its own signature as an attestation is kept: browsers let that through', async () => {
    const attestation = ({ packed, key }: Attested) =>
      ['packed', statement(sign('sha256', packed, key))] as const;
    const authenticator = softwareAuthenticator();
    const made = await passkeys.registered(authenticator.create(challenge, { attestation }), { challenge });
    expect(made?.id).toBe(authenticator.id);
  });

  it('with certificates is refused: nobody looks them up where a client says', async () => {
    const { certificate, key } = createAuthority('Somebody').issue(['reset.example.com']);
    const { raw } = new X509Certificate(certificate);
    const attestation = ({ u2f }: Attested) =>
      ['fido-u2f', statement(sign('sha256', u2f, key), raw)] as const;
    const answer = softwareAuthenticator().create(challenge, { attestation });
    expect(await passkeys.registered(answer, { challenge })).toBeUndefined();
    const packed = () => ['packed', statement(Buffer.alloc(70), raw)] as const;
    const packedAnswer = softwareAuthenticator().create(challenge, { attestation: packed });
    expect(await passkeys.registered(packedAnswer, { challenge })).toBeUndefined();
  });

  it('is asked for verified, discoverable, of this site, and not twice on one authenticator', async () => {
    const options = await passkeys.toRegister({
      challenge,
      userHandle: another,
      userName: 'alice',
      displayName: 'Alice',
      exclude: ['AAAA'],
    });
    expect(options).toMatchObject({
      challenge,
      rp: { id: 'reset.example.com' },
      user: { id: another, name: 'alice', displayName: 'Alice' },
      attestation: 'none',
      excludeCredentials: [{ id: 'AAAA', type: 'public-key' }],
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    });
  });
});

describe('a passkey that is used', () => {
  const authenticator = softwareAuthenticator();

  it('is asked for in the same words for everybody', async () => {
    const options = await passkeys.toProve({ challenge });
    expect(options).toEqual({
      challenge,
      rpId: 'reset.example.com',
      allowCredentials: [],
      userVerification: 'required',
      timeout: 300_000,
    });
    expect({ ...(await passkeys.toProve({ challenge: another })), challenge }).toEqual(options);
  });

  it.each(NOT_RIGHT)('%s proves nothing', async (_, changes) => {
    const kept = await registered(authenticator);
    expect(await passkeys.proven(authenticator.get(challenge, changes), { challenge }, kept)).toBeUndefined();
  });

  it('for another challenge proves nothing', async () => {
    const kept = await registered(authenticator);
    expect(await passkeys.proven(authenticator.get(another), { challenge }, kept)).toBeUndefined();
  });

  it('with another key than the one that was kept proves nothing, nor under another’s id', async () => {
    const kept = await registered(authenticator);
    const others = softwareAuthenticator();
    const forged = { ...others.get(challenge), id: kept.id, rawId: kept.id };
    expect(await passkeys.proven(forged, { challenge }, kept)).toBeUndefined();
    expect(await passkeys.proven(others.get(challenge), { challenge }, kept)).toBeUndefined();
  });

  it('of nobody proves nothing, and is verified all the same', async () => {
    expect(await passkeys.proven(authenticator.get(challenge), { challenge }, undefined)).toBeUndefined();
  });

  it('says how often it was used, and leaves it to others what that means', async () => {
    const kept = { ...(await registered(authenticator)), signCount: 9 };
    const counted = (counter: number) =>
      passkeys.proven(authenticator.get(challenge, { counter }), { challenge }, kept);
    expect([await counted(9), await counted(3), await counted(0)]).toEqual([
      { signCount: 9 },
      { signCount: 3 },
      { signCount: 0 },
    ]);
  });
});

describe('anything else a client sends', () => {
  const authenticator = softwareAuthenticator();
  const field = fc.oneof(
    fc.anything(),
    fc.string(),
    fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes).toString('base64url')),
    fc.json().map((text) => Buffer.from(text).toString('base64url')),
  );
  const nothing = async (answer: Readonly<Record<string, unknown>>, kept: RegisteredPasskey) => {
    expect(await passkeys.registered(answer, { challenge })).toBeUndefined();
    expect(await passkeys.proven(answer, { challenge }, kept)).toBeUndefined();
    expect(['string', 'undefined']).toContain(typeof passkeys.claimed(answer));
  };

  it('is refused, and breaks nothing', async () => {
    const kept = await registered(authenticator);
    const garbage = fc.dictionary(fc.constantFrom('id', 'rawId', 'type', 'response', '__proto__'), field);
    await fc.assert(
      fc.asyncProperty(garbage, (answer) => nothing(answer, kept)),
      { numRuns: 200 },
    );
  });

  it('in one field of a right answer is refused, and breaks nothing', async () => {
    const kept = await registered(authenticator);
    const right = authenticator.get(challenge, { counter: 2 });
    const made = authenticator.create(challenge);
    const changed = fc.record({
      answer: fc.constantFrom(right, made),
      name: fc.constantFrom(
        'id',
        'rawId',
        'type',
        'response',
        ...Object.keys({ ...right.response, ...made.response }),
      ),
      value: field,
    });
    await fc.assert(
      fc.asyncProperty(changed, async ({ answer, name, value }) => {
        const inside = name in answer.response;
        // What nobody looks at may be anything.
        fc.pre(name !== 'userHandle' && (inside || name in answer));
        const given = inside
          ? { ...answer, response: { ...answer.response, [name]: value } }
          : { ...answer, [name]: value };
        await nothing(given, kept);
      }),
      { numRuns: 300 },
    );
  });
});
