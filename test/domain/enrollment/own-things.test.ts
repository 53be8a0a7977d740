import { describe, expect, it } from 'vitest';
import { confirmAuthenticator, pendingSetUp } from '../../../domain/enrollment/register-authenticator.ts';
import { registerRecoveryCodes } from '../../../domain/enrollment/register-recovery-codes.ts';
import type { Session } from '../../../domain/enrollment/session.ts';
import { setUpFirst } from '../../../domain/enrollment/set-up-first.ts';
import { offerProof } from '../../../domain/recovery/offer-proof.ts';
import { authenticatorOffer } from '../../../domain/verification/methods/authenticator-app.ts';
import { aUserConfiguration, offered } from '../../support/configured.ts';
import { enrolled } from '../../support/enrolled.ts';
import { begun, shownBy, visitNow, visitOf, withApp, withRecoveryCodes } from '../../support/own-things.ts';
import { aProduct, MINUTE, type Product } from '../../support/product.ts';
import { kindsOf, SOURCE, started, trailOf } from '../../support/recovering.ts';

type SetUp = 'voluntary' | 'skippable' | 'forced';

function aProductAsking(
  setUp: SetUp,
  required: 'authenticator-app' | 'security-answers' = 'authenticator-app',
) {
  const actions = { unlock: offered([required]), reset: offered([required]) };
  const { methods } = aProduct().configuration.document;
  return aProduct({
    document: {
      methods: { ...methods, 'authenticator-app': { on: true, setUp }, 'recovery-code': { on: true } },
      userConfigurations: [aUserConfiguration('everyone', { actions })],
    },
  });
}

async function aVisit(setUp: SetUp = 'voluntary', required?: 'security-answers') {
  const product = aProductAsking(setUp, required);
  const { person } = await enrolled(product, 'ann');
  return { product, person, session: await visitOf(product, person) };
}

const confirmed = async (product: Product, session: Session, code: string): Promise<string> =>
  (await confirmAuthenticator(product.ports, await visitNow(product, session), code)).kind;

describe('an authenticator app', () => {
  it('is registered by a right code, is told of, and is in the trail', async () => {
    const { product, person, session } = await aVisit();
    const secret = await begun(product, session);
    expect(await product.ports.enrollments.find(person)).not.toHaveProperty('authenticator');
    expect(await confirmed(product, session, shownBy(secret, product.clock.now()))).toBe('registered');
    const kept = await product.ports.enrollments.find(person);
    expect(kept?.authenticator).toMatchObject({ confirmedAt: product.clock.now() });
    expect(JSON.stringify([kept, await visitNow(product, session)])).not.toContain(secret);
    expect(kindsOf(await trailOf(product, person)).at(-1)).toBe('method-registered');
    const { outbox, pendingAuthenticator } = await visitNow(product, session);
    expect(outbox.map(({ letter }) => letter.kind)).toEqual(['methods-changed']);
    expect(pendingAuthenticator).toBeUndefined();
  });

  it('is told the same once more while it waits, and something new when it begins again', async () => {
    const { product, session } = await aVisit();
    const secret = await begun(product, session);
    const waiting = async () => pendingSetUp(product.ports, await visitNow(product, session), 'Example Ltd');
    expect((await waiting())?.secret).toBe(secret);
    await begun(product, await visitNow(product, session));
    expect((await waiting())?.secret).not.toBe(secret);
    expect(await confirmed(product, session, shownBy(secret, product.clock.now()))).toBe('wrong');
  });

  it('has as many tries as a code has, each counted before it is looked at', async () => {
    const { product, session } = await aVisit();
    const secret = await begun(product, session);
    const right = shownBy(secret, product.clock.now());
    const wrong = right === '000000' ? '000001' : '000000';
    const { triesPerCode } = product.configuration.limits;
    for (let n = 0; n < triesPerCode; n += 1) expect(await confirmed(product, session, wrong)).toBe('wrong');
    expect(await confirmed(product, session, right)).toBe('nothing-to-confirm');
    const seen = await visitNow(product, session);
    await begun(product, seen);
    // One visit that was seen twice: only one of two tries at once is let through.
    const waits = await visitNow(product, session);
    const kinds = await Promise.all(
      [wrong, wrong].map(async (code) => (await confirmAuthenticator(product.ports, waits, code)).kind),
    );
    expect(kinds.sort()).toEqual(['conflict', 'wrong']);
  });

  it('cannot be confirmed where none was begun', async () => {
    const { product, session } = await aVisit();
    expect(await confirmed(product, session, '123456')).toBe('nothing-to-confirm');
  });

  it('proves nothing with the code that confirmed it, and everything with the next', async () => {
    const { product, session } = await aVisit();
    const secret = await begun(product, session);
    const code = () => shownBy(secret, product.clock.now());
    expect(await confirmed(product, session, code())).toBe('registered');
    const offer = async () => {
      const { key } = await started(product, 'ann');
      return (await offerProof(product.ports, key, SOURCE, authenticatorOffer(product.ports, code()))).kind;
    };
    expect(await offer()).toBe('wrong');
    product.clock.pass(MINUTE);
    expect(await offer()).toBe('proven');
  });

  it('takes the place of the one before, which proves nothing any more', async () => {
    const { product, person } = await aVisit();
    const former = await withApp(product, person);
    const present = await withApp(product, person);
    const offer = async (secret: string) => {
      const { key } = await started(product, 'ann');
      const code = shownBy(secret, product.clock.now());
      return (await offerProof(product.ports, key, SOURCE, authenticatorOffer(product.ports, code))).kind;
    };
    expect(await offer(former)).toBe('wrong');
    expect(await offer(present)).toBe('proven');
  });
});

describe('recovery codes', () => {
  it('are told once, are told of to their owner, and are in the trail', async () => {
    const { product, person, session } = await aVisit();
    const made = await registerRecoveryCodes(product.ports, session);
    expect(made).toMatchObject({ kind: 'registered' });
    expect(kindsOf(await trailOf(product, person)).at(-1)).toBe('method-registered');
    const { outbox } = await visitNow(product, session);
    expect(outbox.map(({ letter }) => letter.kind)).toEqual(['methods-changed']);
  });

  it('replace all of the set before', async () => {
    const { product, person } = await aVisit();
    await withRecoveryCodes(product, person);
    const former = (await product.ports.enrollments.find(person))?.recoveryCodes;
    await withRecoveryCodes(product, person);
    const present = (await product.ports.enrollments.find(person))?.recoveryCodes;
    expect(present?.id).not.toBe(former?.id);
    expect(present?.tags.filter((tag) => former?.tags.includes(tag))).toEqual([]);
  });
});

describe('who has signed in', () => {
  it.each(['forced', 'skippable'] as const)(
    'is led to an app first where that is %s, until there is one',
    async (setUp) => {
      const { product, person, session } = await aVisit(setUp);
      expect(await setUpFirst(product.ports, session)).toBe(setUp);
      await withApp(product, person);
      expect(await setUpFirst(product.ports, session)).toBeUndefined();
    },
  );

  it('is not where it is voluntary, or is asked of others', async () => {
    const voluntary = await aVisit('voluntary');
    expect(await setUpFirst(voluntary.product.ports, voluntary.session)).toBeUndefined();
    const others = await aVisit('forced', 'security-answers');
    expect(await setUpFirst(others.product.ports, others.session)).toBeUndefined();
  });

  it('is not while nothing of theirs may be changed', async () => {
    const { product, person, session } = await aVisit('forced');
    const freeze = { at: product.clock.now(), by: 'help-desk' } as const;
    await product.ports.notes.freeze(
      person,
      freeze,
      {
        id: 'freeze-1',
        at: freeze.at,
        person,
        reference: session.reference,
        source: SOURCE,
        happening: { kind: 'self-service-frozen', by: 'help-desk' },
      },
      [],
    );
    expect(await setUpFirst(product.ports, session)).toBeUndefined();
  });
});
