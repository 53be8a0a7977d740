import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { answerNotMe, linkStanding } from '../../../domain/recovery/report-not-me.ts';
import { enrolled } from '../../support/enrolled.ts';
import { letters, linkTo } from '../../support/not-me.ts';
import { aProduct, MINUTE, type Product } from '../../support/product.ts';
import { kindsOf, proven, repair, RESET, SOURCE, trailOf } from '../../support/recovering.ts';

const ONE = 'one@home.example.net';
const TWO = 'two@home.example.net';
const THREE = 'three@home.example.net';
const DAY = 24 * 60 * MINUTE;

/** Jo with three addresses of old, reset by somebody, and the notices on their way. */
async function afterReset() {
  const product = aProduct();
  const { person } = await enrolled(product, 'jo', { addresses: [ONE, TWO, THREE] });
  product.clock.pass(8 * DAY);
  const flow = await proven(product, 'jo');
  await repair(product, flow.key, RESET);
  await letters(product);
  return { product, person, reference: flow.reference };
}

/** The link in the newest letter to somebody. */
const theLink = (product: Product, to: string) => {
  const path = linkTo(product, to) ?? '';
  const token = path.split('/').at(-1) ?? '';
  const key = createHash('sha256').update(token).digest('base64url');
  return { key, purpose: path.startsWith('/lift-hold/') ? 'unfreeze' : 'freeze' } as const;
};
type Link = ReturnType<typeof theLink>;
const look = ({ ports }: Product, link: Link) => linkStanding(ports, link);
const press = ({ ports }: Product, link: Link) => answerNotMe(ports, link, SOURCE);

describe('a link that says “this was not me”', () => {
  it('is another one for each contact, and its token is kept nowhere', async () => {
    const { product } = await afterReset();
    const links = [ONE, TWO, THREE].map((to) => linkTo(product, to));
    expect(new Set(links).size).toBe(3);
    expect(links.every((link) => /^\/not-me\/[\w-]{43}$/.test(link ?? ''))).toBe(true);
    const token = links[0]?.split('/').at(-1) ?? '';
    expect(await product.ports.repudiations.find(token)).toBeUndefined();
    const { key } = theLink(product, ONE);
    expect(JSON.stringify(await product.ports.repudiations.find(key))).not.toContain(token);
  });

  it('does nothing when it is looked at, however often', async () => {
    const { product, person, reference } = await afterReset();
    const before = kindsOf(await trailOf(product, person));
    for (let times = 0; times < 3; times += 1)
      expect(await look(product, theLink(product, ONE))).toMatchObject({ kind: 'works', reference });
    expect((await product.ports.notes.find(person)).frozen).toBeUndefined();
    expect(kindsOf(await trailOf(product, person))).toEqual(before);
  });

  it('freezes once, tells every contact, and lets none that froze lift it', async () => {
    const { product, person, reference } = await afterReset();
    const link = theLink(product, ONE);
    expect(await press(product, link)).toEqual({ kind: 'done', did: true, reference });
    expect(await press(product, link)).toEqual({ kind: 'done', did: false, reference });
    expect(await press(product, theLink(product, TWO))).toEqual({ kind: 'done', did: false, reference });
    const events = await trailOf(product, person);
    expect(events.filter(({ happening }) => happening.kind === 'self-service-frozen')).toMatchObject([
      { reference, source: SOURCE, happening: { by: 'person' } },
    ]);
    const told = await letters(product);
    expect(told.map(({ to }) => to).toSorted()).toEqual([ONE, THREE, TWO]);
    expect([ONE, TWO, THREE].map((to) => theLink(product, to).purpose)).toEqual([
      'freeze',
      'unfreeze',
      'unfreeze',
    ]);
    expect(linkTo(product, ONE)).toBeUndefined();
  });

  it('is lifted by another contact, once, and is worth nothing after that', async () => {
    const { product, person, reference } = await afterReset();
    const [before, another] = [theLink(product, ONE), theLink(product, TWO)];
    await press(product, before);
    await letters(product);
    const lift = theLink(product, TWO);
    product.clock.pass(MINUTE);
    expect(await look(product, lift)).toMatchObject({ kind: 'works' });
    expect(await press(product, lift)).toEqual({ kind: 'done', did: true, reference });
    expect(await press(product, lift)).toEqual({ kind: 'done', did: false, reference });
    expect((await product.ports.notes.find(person)).frozen).toBeUndefined();
    for (const dead of [before, another]) {
      expect(await look(product, dead)).toEqual({ kind: 'worthless' });
      expect(await press(product, dead)).toEqual({ kind: 'worthless' });
    }
    expect((await product.ports.notes.find(person)).frozen).toBeUndefined();
    expect((await letters(product)).map(({ to }) => to).toSorted()).toEqual([ONE, THREE, TWO]);
  });

  it('freezes again from the letter that tells of a lift, and then the help desk alone lifts it', async () => {
    const { product, person } = await afterReset();
    await press(product, theLink(product, ONE));
    await letters(product);
    const stale = theLink(product, THREE);
    await press(product, theLink(product, TWO));
    await letters(product);
    product.clock.pass(MINUTE);
    expect(await press(product, theLink(product, ONE))).toMatchObject({ did: true });
    await letters(product);
    expect([ONE, TWO, THREE].map((to) => linkTo(product, to))).toEqual([undefined, undefined, undefined]);
    // The link for the first freeze is none for the second.
    expect(await press(product, stale)).toEqual({ kind: 'worthless' });
    expect((await product.ports.notes.find(person)).frozen).toMatchObject({ by: 'person' });
  });

  it('lifts the freeze it was sent for, and no later one', async () => {
    const { product, person } = await afterReset();
    await press(product, theLink(product, ONE));
    await letters(product);
    const stale = theLink(product, THREE);
    await press(product, theLink(product, TWO));
    product.clock.pass(MINUTE);
    const again = await proven(product, 'jo');
    await repair(product, again.key, { action: 'reset', newPassword: 'Another-Harbour-43' });
    await letters(product);
    product.clock.pass(MINUTE);
    expect(await press(product, theLink(product, ONE))).toMatchObject({ did: true });
    await letters(product);
    expect(await press(product, stale)).toEqual({ kind: 'worthless' });
    expect((await product.ports.notes.find(person)).frozen).toBeDefined();
    expect(await press(product, theLink(product, THREE))).toMatchObject({ did: true });
  });

  it('gives a contact that was added meanwhile no way to lift: it may be what was repudiated', async () => {
    const { product, person } = await afterReset();
    const { ports, clock } = product;
    const seen = await ports.enrollments.find(person);
    if (!seen) throw new Error('jo is enrolled');
    const late = {
      id: 'late',
      address: await ports.sealer.seal('address', 'late@elsewhere.example'),
      confirmedAt: clock.now(),
    };
    const saved = await ports.enrollments.save({
      next: { ...seen, addresses: [...seen.addresses, late], version: seen.version + 1 },
      seenVersion: seen.version,
      event: {
        id: ports.random.id(),
        at: clock.now(),
        person,
        reference: 'K7Q2-M9XD',
        source: SOURCE,
        happening: { kind: 'method-registered', method: 'email-code' },
      },
      carrier: { kind: 'errand' },
      notice: {
        id: ports.random.id(),
        to: seen.addresses.map(({ address }) => address),
        letter: { kind: 'methods-changed' },
        language: 'en',
        queuedAt: clock.now(),
      },
    });
    expect(saved).toBe('saved');
    await letters(product);
    await press(product, theLink(product, ONE));
    const told = await letters(product);
    expect(told.map(({ to }) => to)).toContain('late@elsewhere.example');
    expect(linkTo(product, 'late@elsewhere.example')).toBeUndefined();
    expect(theLink(product, TWO).purpose).toBe('unfreeze');
  });

  it('works for 7 days', async () => {
    const { product } = await afterReset();
    const link = theLink(product, ONE);
    product.clock.pass(7 * DAY - MINUTE);
    expect(await look(product, link)).toMatchObject({ kind: 'works' });
    product.clock.pass(MINUTE);
    expect(await look(product, link)).toEqual({ kind: 'worthless' });
    expect(await press(product, link)).toEqual({ kind: 'worthless' });
  });

  it('does only what it is for', async () => {
    const { product, person } = await afterReset();
    const { key } = theLink(product, ONE);
    expect(await press(product, { key, purpose: 'unfreeze' })).toEqual({ kind: 'worthless' });
    await press(product, { key, purpose: 'freeze' });
    await letters(product);
    const lift = theLink(product, TWO);
    expect(await press(product, { ...lift, purpose: 'freeze' })).toEqual({ kind: 'worthless' });
    expect((await product.ports.notes.find(person)).frozen).toBeDefined();
  });
});
