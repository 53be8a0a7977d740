import { describe, expect, it } from 'vitest';
import {
  MOST_PASSKEYS,
  passkeyRegistration,
  readPasskeyName,
  registerPasskey,
  removePasskey,
} from '../../../domain/enrollment/register-passkey.ts';
import { removeMethod } from '../../../domain/enrollment/remove-method.ts';
import type { Session } from '../../../domain/enrollment/session.ts';
import { enrolled } from '../../support/enrolled.ts';
import { visitOf } from '../../support/own-things.ts';
import { aProductWithPasskeys, offerPasskey, registrationChallenge } from '../../support/passkeys.ts';
import { MINUTE, type Product } from '../../support/product.ts';
import { kindsOf, started, trailOf } from '../../support/recovering.ts';
import { softwareAuthenticator } from '../../support/software-authenticator.ts';
import { anEvent } from '../../support/stored-records.ts';

const PASSWORD = 'Correct-Horse-1';

async function annsVisit(): Promise<{ readonly product: Product; readonly session: Session }> {
  const product = aProductWithPasskeys();
  const { person } = await enrolled(product, 'ann');
  product.clock.pass(MINUTE);
  return { product, session: { ...(await visitOf(product, person)), username: 'ann' } };
}
const register = async (
  product: Product,
  session: Session,
  authenticator = softwareAuthenticator(),
  name = '',
): Promise<string> => {
  const answer = authenticator.create(await registrationChallenge(product, session));
  return (await registerPasskey(product.ports, session, answer, name)).kind;
};
const own = async ({ ports }: Product, { person }: Session) =>
  (await ports.enrollments.find(person))?.passkeys ?? [];

describe('the name of a passkey', () => {
  it.each([
    ['  my  phone\n', 'my phone'],
    ['', ''],
    [' \t ', ''],
    ['👩‍🚀'.repeat(20), '👩‍🚀'.repeat(20)],
    ['x'.repeat(60), 'x'.repeat(60)],
  ])('%j is read as it was meant', (typed, name) => {
    expect(readPasskeyName(typed)).toBe(name);
  });

  it('has at most 60 characters', () => {
    expect(readPasskeyName('x'.repeat(61))).toBeUndefined();
  });
});

describe('registering a passkey', () => {
  it('keeps it under its name, tells of it, and lets it prove it', async () => {
    const { product, session } = await annsVisit();
    const authenticator = softwareAuthenticator();
    expect(await register(product, session, authenticator, 'my phone')).toBe('registered');
    expect(await own(product, session)).toMatchObject([
      { id: authenticator.id, name: 'my phone', signCount: 1 },
    ]);
    expect(kindsOf(await trailOf(product, session.person)).at(-1)).toBe('method-registered');
    const flow = await started(product, 'ann');
    expect((await offerPasskey(product, flow, authenticator, { counter: 2 })).kind).toBe('proven');
  });

  it('takes none that was made for another visit', async () => {
    const { product, session } = await annsVisit();
    const other = await visitOf(product, session.person);
    const answer = softwareAuthenticator().create(await registrationChallenge(product, other));
    expect(await registerPasskey(product.ports, session, answer, '')).toEqual({ kind: 'refused' });
    expect(await own(product, session)).toEqual([]);
  });

  it('keeps each once, and five at most', async () => {
    const { product, session } = await annsVisit();
    const authenticator = softwareAuthenticator();
    expect(await register(product, session, authenticator)).toBe('registered');
    expect(await register(product, session, authenticator)).toBe('registered-already');
    for (let count = 1; count < MOST_PASSKEYS; count += 1)
      expect(await register(product, session)).toBe('registered');
    expect(await register(product, session)).toBe('too-many-passkeys');
    expect(await own(product, session)).toHaveLength(5);
  });

  it('asks a browser for one that is not there yet, of the same person each time, whom it does not name', async () => {
    const { product, session } = await annsVisit();
    const authenticator = softwareAuthenticator();
    await register(product, session, authenticator);
    const { options } = await passkeyRegistration(product.ports, session);
    expect(options).toMatchObject({ excludeCredentials: [{ id: authenticator.id }] });
    const handleOf = ({ user }: { user?: { id: string } }) => user?.id ?? '';
    const again = await passkeyRegistration(product.ports, await visitOf(product, session.person));
    const { person } = await enrolled(product, 'bob');
    const bobs = await passkeyRegistration(product.ports, await visitOf(product, person));
    expect(handleOf(options)).toMatch(/^[\w-]{43}$/);
    expect(handleOf(again.options)).toBe(handleOf(options));
    expect(handleOf(bobs.options)).not.toBe(handleOf(options));
  });

  it('is held up while self-service is frozen', async () => {
    const { product, session } = await annsVisit();
    const answer = softwareAuthenticator().create(await registrationChallenge(product, session));
    const at = product.clock.now();
    await product.ports.notes.freeze(session.person, { at, by: 'help-desk' }, anEvent({ at }), []);
    expect(await registerPasskey(product.ports, session, answer, '')).toEqual({ kind: 'frozen' });
  });
});

describe('removing a passkey', () => {
  it('takes that one away, with the password proven again', async () => {
    const { product, session } = await annsVisit();
    const [one, other] = [softwareAuthenticator(), softwareAuthenticator()];
    await register(product, session, one);
    await register(product, session, other);
    const remove = async (id: string, password = PASSWORD) =>
      (await removePasskey(product.ports, session, id, password)).kind;
    expect(await remove(one.id, 'certainly-not-it')).toBe('wrong-password');
    expect(await remove(softwareAuthenticator().id)).toBe('not-registered');
    expect(await own(product, session)).toHaveLength(2);
    expect(await remove(one.id)).toBe('removed');
    expect((await own(product, session)).map(({ id }) => id)).toEqual([other.id]);
    expect((await offerPasskey(product, await started(product, 'ann'), one, { counter: 2 })).kind).toBe(
      'wrong',
    );
    expect(await remove(other.id)).toBe('removed');
    expect((await product.ports.enrollments.find(session.person))?.passkeys).toBeUndefined();
  });

  it('with the whole way takes all of them away', async () => {
    const { product, session } = await annsVisit();
    await register(product, session);
    await register(product, session);
    expect(await removeMethod(product.ports, session, 'passkey', PASSWORD)).toEqual({ kind: 'removed' });
    expect(await own(product, session)).toEqual([]);
  });
});
