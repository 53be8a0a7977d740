import { describe, expect, it } from 'vitest';
import { enrolled } from '../support/enrolled.ts';
import { frontDoor, jsonOf, type Answer, type FrontDoor } from '../support/front-door.ts';
import { jsonClient, type JsonClient } from '../support/json-client.ts';
import { masked } from '../support/masked.ts';
import { pageVisitor, type PageVisitor } from '../support/page-visitor.ts';
import { aProductWithPasskeys, challengeIn, withPasskey } from '../support/passkeys.ts';
import { GOOD_PASSWORD } from '../support/recovering.ts';
import { softwareAuthenticator } from '../support/software-authenticator.ts';

const PASSWORD = 'Correct-Horse-1';
const OWN = '/api/enrollment/passkey';
const PROOF = '/api/recovery/proofs/passkey';

async function aDoor(): Promise<FrontDoor> {
  const product = aProductWithPasskeys();
  for (const name of ['ann', 'bob']) await enrolled(product, name);
  return frontDoor(product);
}
/** The challenge that a page hands its script. */
const challengeOn = ({ body }: Answer): string => {
  const options = /data-options="([^"]*)"/.exec(body)?.[1] ?? '';
  return challengeIn(JSON.parse(options.replaceAll('&quot;', '"')) as object);
};
const challengeOf = (answer: Answer): string => challengeIn(jsonOf(answer)['options'] as object);

const opened = async (door: FrontDoor, name: string): Promise<PageVisitor> => {
  const visitor = pageVisitor(door);
  await visitor.open('/recover');
  await visitor.send('/recover', { username: name });
  return visitor;
};
const signedIn = async (door: FrontDoor): Promise<PageVisitor> => {
  const visitor = pageVisitor(door);
  await visitor.open('/enroll');
  await visitor.send('/enroll/sign-in', { username: 'ann', password: PASSWORD });
  return visitor;
};
const clientOf = async (door: FrontDoor): Promise<JsonClient> => {
  const client = jsonClient(door);
  await client.signIn('ann', PASSWORD);
  return client;
};

describe('somebody with a browser', () => {
  it('makes a passkey under a name, proves it with that, and sets a new password', async () => {
    const door = await aDoor();
    const visitor = await signedIn(door);
    const passkey = softwareAuthenticator();
    const answer = JSON.stringify(passkey.create(challengeOn(await visitor.open('/enroll/passkey'))));
    expect((await visitor.send('/enroll/passkey', { answer, name: '<b>phone</b>' })).body).toContain(
      'You are set up',
    );
    expect((await visitor.open('/enroll/passkey')).body).toContain('&lt;b&gt;phone&lt;/b&gt;');

    const again = await opened(door, 'ann');
    const asked = challengeOn(await again.open('/recover/passkey'));
    const proof = JSON.stringify(passkey.get(asked, { counter: 2 }));
    expect((await again.send('/recover/passkey', { answer: proof })).body).toContain('/recover/reset');
    await again.open('/recover/reset');
    expect((await again.send('/recover/reset', { newPassword: GOOD_PASSWORD })).status).toBe(200);
    expect(door.counted).toContain(JSON.stringify(['MethodRegistered', { method: 'passkey' }]));
    expect(door.counted).toContain(JSON.stringify(['ProofAccepted', { method: 'passkey' }]));
    expect(door.lines.join()).not.toContain(passkey.id);
  });

  it('who uses somebody else’s is told so, and has tries left; what is unreadable is not counted', async () => {
    const door = await aDoor();
    const visitor = await opened(door, 'ann');
    for (const answer of ['', 'x', '{}', '{"id":"AA","rawId":"AA","type":"public-key","response":{}}']) {
      await visitor.open('/recover/passkey');
      expect((await visitor.send('/recover/passkey', { answer })).status).toBe(422);
    }
    expect(door.counted.filter((line) => line.includes('ProofRefused'))).toEqual([]);
    const asked = challengeOn(await visitor.open('/recover/passkey'));
    const answer = JSON.stringify(softwareAuthenticator().get(asked));
    const refused = await visitor.send('/recover/passkey', { answer });
    expect(refused.body).toContain('We could not confirm it’s you with this passkey');
    expect(door.counted).toContain(JSON.stringify(['ProofRefused', { method: 'passkey' }]));
    // Going there again, or reloading, offers nothing.
    await visitor.open('/recover/passkey?again=wrong');
    expect(door.counted.filter((line) => line.includes('ProofRefused'))).toHaveLength(1);
  });

  it('who gives too long a name, or nothing, is asked again', async () => {
    const door = await aDoor();
    const visitor = await signedIn(door);
    const answer = JSON.stringify(
      softwareAuthenticator().create(challengeOn(await visitor.open('/enroll/passkey'))),
    );
    const long = await visitor.send('/enroll/passkey', { answer, name: 'x'.repeat(61) });
    expect([long.status, long.body.includes('Use at most 60 characters')]).toEqual([422, true]);
    expect((await visitor.send('/enroll/passkey', { answer: '', name: 'phone' })).status).toBe(422);
    const refused = await visitor.send('/enroll/passkey', {
      answer: JSON.stringify(softwareAuthenticator().create('AAAA')),
    });
    expect([refused.status, refused.body.includes('could not be set up')]).toEqual([422, true]);
  });

  it('removes one of theirs with their password', async () => {
    const door = await aDoor();
    const { person } = await enrolled(door.product, 'carol');
    const { id } = await withPasskey(door.product, person);
    const visitor = pageVisitor(door);
    await visitor.open('/enroll');
    await visitor.send('/enroll/sign-in', { username: 'carol', password: PASSWORD });
    const path = `/enroll/passkey/remove/${id}`;
    expect((await visitor.open(path)).body).toMatch(/Remove “Passkey of [A-Z]\w+ \d+, \d{4}”\?/);
    expect((await visitor.send(path, { currentPassword: '' })).status).toBe(422);
    expect((await visitor.send(path, { currentPassword: 'certainly-not-it' })).status).toBe(403);
    expect((await visitor.send(path, { currentPassword: PASSWORD })).body).not.toContain(id);
    expect((await visitor.open(path)).body).not.toContain('current-password');
  });
});

describe('a program', () => {
  it('makes a passkey, is asked with it, proves it, and removes it', async () => {
    const door = await aDoor();
    const client = await clientOf(door);
    const passkey = softwareAuthenticator();
    const asked = await client.call('GET', OWN);
    expect(jsonOf(asked)['passkeys']).toEqual([]);
    const answer = { ...passkey.create(challengeOf(asked)), aFieldOfTomorrow: { deep: [1] } };
    const kept = await client.call('PUT', OWN, { answer, name: ' my  phone ' });
    expect(jsonOf(kept)['passkeys']).toMatchObject([{ id: passkey.id, name: 'my phone', backedUp: false }]);
    expect((await client.call('PUT', OWN, { answer })).status).toBe(409);

    const other = jsonClient(door);
    await other.start('ann');
    const wanted = challengeOf(await other.call('GET', PROOF));
    const proof = { answer: passkey.get(wanted, { counter: 2 }) };
    expect(jsonOf(await other.call('POST', PROOF, proof))).toMatchObject({
      actions: { unlock: { allowed: true }, reset: { allowed: true } },
    });
    expect((await other.call('POST', PROOF, proof)).status).toBe(403);

    const remove = (path: string, password: string) => client.call('DELETE', path, { password });
    expect((await remove(`${OWN}/${passkey.id}`, 'certainly-not-it')).status).toBe(403);
    expect((await remove(`${OWN}/AAAA`, PASSWORD)).status).toBe(404);
    expect(jsonOf(await remove(`${OWN}/${passkey.id}`, PASSWORD))['passkeys']).toEqual([]);
    expect((await remove(OWN, PASSWORD)).status).toBe(404);
  });

  it.each([
    ['nothing', {}],
    ['too long an id', { id: 'A'.repeat(1365), rawId: 'A'.repeat(1365) }],
    ['an id of other letters', { id: 'a/b', rawId: 'a/b' }],
    ['another type', { type: 'password' }],
    ['no signature', { response: { clientDataJSON: 'AA', authenticatorData: 'AA' } }],
    [
      'too long a signature',
      { response: { clientDataJSON: 'AA', authenticatorData: 'AA', signature: 'A'.repeat(4097) } },
    ],
    ['a number for a text', { response: { clientDataJSON: 'AA', authenticatorData: 'AA', signature: 1 } }],
  ])('that sends %s is told so, and no try is counted', async (what, changes) => {
    const door = await aDoor();
    const client = jsonClient(door);
    await client.start('ann');
    const right = softwareAuthenticator().get('AAAA');
    const answer = what === 'nothing' ? changes : { ...right, ...changes };
    expect((await client.call('POST', PROOF, { answer })).status).toBe(400);
    expect(door.counted.filter((line) => line.includes('Proof'))).toEqual([]);
  });

  it('without a flow, or with one that is used up, is asked with nothing', async () => {
    const door = await aDoor();
    expect((await jsonClient(door).call('GET', PROOF)).status).toBe(401);
    const client = jsonClient(door);
    await client.start('nobody-at-all');
    const wrong = softwareAuthenticator().get('AAAA');
    for (let tries = 0; tries < 5; tries += 1) await client.call('POST', PROOF, { answer: wrong });
    expect((await client.call('GET', PROOF)).status).toBe(403);
  });
});

describe('before any proof', () => {
  it('everything about passkeys is the same for who has one, who has none and who is nobody', async () => {
    const door = await aDoor();
    const { person } = await enrolled(door.product, 'carol');
    const carols = await withPasskey(door.product, person);
    const told = async (name: string): Promise<string> => {
      const visitor = await opened(door, name);
      const page = await visitor.open('/recover/passkey');
      const answer = JSON.stringify(softwareAuthenticator().get(challengeOn(page)));
      await visitor.send('/recover/passkey', { answer });
      const client = jsonClient(door);
      await client.start(name);
      const asked = await client.call('GET', PROOF);
      const refused = await client.call('POST', PROOF, {
        answer: softwareAuthenticator().get(challengeOf(asked)),
      });
      return [...visitor.seen, asked, refused].map(masked).join('\n');
    };
    const [one, none, nobody] = [await told('carol'), await told('ann'), await told('nobody-at-all')];
    expect(one).not.toContain(carols.id);
    expect(none).toBe(one);
    expect(nobody).toBe(one);
  });
});
