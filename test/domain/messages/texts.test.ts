import { describe, expect, it } from 'vitest';
import { sendDue } from '../../../domain/messages/send-due.ts';
import { NOTICE_TEXTS_PER_HOUR } from '../../../domain/messages/text-gate.ts';
import type { Person } from '../../../domain/person.ts';
import { TEXT_BREAKER } from '../../../domain/ports/outbox.ts';
import { addressOf, enrolled } from '../../support/enrolled.ts';
import { aProduct, MINUTE, publish, type Product } from '../../support/product.ts';
import { offerCode, repair, sentCode, started, UNLOCK } from '../../support/recovering.ts';
import { AMERICAN, BRITISH, texting } from '../../support/texting.ts';

async function withJo(texts: Parameters<typeof texting>[0] = {}): Promise<Product> {
  const product = aProduct(texting(texts));
  await enrolled(product, 'jo', { phones: [BRITISH] });
  return product;
}
/** Sends what is due, and answers what became of the texts. */
async function sent({ ports }: Product): Promise<readonly string[]> {
  const fates: string[] = [];
  await sendDue(ports, (fate) => fates.push(fate));
  return fates;
}
/** Has somebody told at all their contacts that their methods were changed. */
async function changed({ ports, clock }: Product, person: Person): Promise<void> {
  const { addresses, phones = [] } = (await ports.enrollments.find(person)) ?? { addresses: [] };
  const message = {
    id: ports.random.id(),
    to: addresses.map(({ address }) => address),
    phones: phones.map(({ number }) => number),
    letter: { kind: 'methods-changed' },
    language: 'en',
    queuedAt: clock.now(),
  } as const;
  await ports.outbox.run({ id: ports.random.id(), person, message, forgottenAt: clock.now() + MINUTE });
}
const to = ({ mailbox }: Product) => mailbox.map((message) => `${message.channel} ${message.to}`);

describe('a text message', () => {
  it('brings a code that is bound to the portal’s host, and says never to pass it on', async () => {
    const product = await withJo();
    const { key } = await started(product, 'jo');
    const code = await sentCode(product, key, 'sms-code');
    expect(await sent(product)).toEqual(['sent']);
    expect(to(product)).toEqual([`sms ${BRITISH}`]);
    const lines = product.mailbox[0]?.text.split('\n') ?? [];
    expect(lines.at(-1)).toBe(`@reset.example.com #${code}`);
    expect(lines[0]).toContain('Never pass it on');
  });

  it('of a sent code goes beside the e-mail, with the same code', async () => {
    const product = await withJo();
    const { key } = await started(product, 'jo');
    const code = await sentCode(product, key, 'sent-code');
    await sent(product);
    expect(to(product).toSorted()).toEqual([`email ${addressOf('jo')}`, `sms ${BRITISH}`]);
    expect(product.mailbox.every(({ text }) => text.includes(code))).toBe(true);
  });

  it('does not go to a country that was taken off the list since', async () => {
    const product = await withJo();
    const { key } = await started(product, 'jo');
    await sentCode(product, key, 'sms-code');
    await publish(product, texting({ countries: ['US'] }));
    expect(await sent(product)).toEqual(['country']);
    expect(product.mailbox).toEqual([]);
  });

  it('with a notice does not go to such a country either; the e-mail does', async () => {
    const product = await withJo();
    const { key } = await started(product, 'jo');
    const code = await sentCode(product, key, 'sms-code');
    await sent(product);
    await offerCode(product, key, code, 'sms-code');
    await repair(product, key, UNLOCK);
    product.mailbox.length = 0;
    await publish(product, texting({ countries: ['US'] }));
    expect(await sent(product)).toEqual(['country']);
    expect(to(product)).toEqual([`email ${addressOf('jo')}`]);
  });

  it('with a code stops at the hour’s budget, and goes on in the next', async () => {
    const product = await withJo({ perHour: 2, perDay: 3 });
    for (const name of ['jo', 'ann', 'bob', 'cid'])
      if (name !== 'jo') await enrolled(product, name, { phones: [AMERICAN] });
    const all = ['jo', 'ann', 'bob', 'cid'];
    for (const name of all) await sentCode(product, (await started(product, name)).key, 'sms-code');
    expect(await sent(product)).toEqual(['sent', 'sent', 'budget', 'budget']);
    product.clock.pass(60 * MINUTE);
    for (const name of all) await sentCode(product, (await started(product, name)).key, 'sms-code');
    expect(await sent(product)).toEqual(['sent', 'budget', 'budget', 'budget']);
  });

  it('with a notice goes though the budget for codes is used up', async () => {
    const product = await withJo({ perHour: 1 });
    const { key } = await started(product, 'jo');
    const code = await sentCode(product, key, 'sms-code');
    await sent(product);
    await offerCode(product, key, code, 'sms-code');
    await repair(product, key, UNLOCK);
    expect(await sent(product)).toEqual(['sent']);
    const text = product.mailbox.findLast(({ channel }) => channel === 'sms');
    expect(text?.to).toBe(BRITISH);
    expect(text?.text).toContain('was unlocked');
  });

  it('goes, and nothing breaks, where the e-mail beside it is not taken', async () => {
    const product = await withJo();
    const { key } = await started(product, 'jo');
    product.refusing.add(addressOf('jo'));
    await sentCode(product, key, 'sent-code');
    const { outbox } = product.ports;
    // As a store is: the carrier has refused the e-mail by then.
    const mayText: typeof outbox.mayText = (...asked) =>
      new Promise(setImmediate).then(() => outbox.mayText(...asked));
    expect(await sendDue({ ...product.ports, outbox: { ...outbox, mayText } })).toMatchObject({ sent: 1 });
    expect(to(product)).toEqual([`sms ${BRITISH}`]);
  });

  it('with a notice goes to one person so often in an hour: who is signed in makes as many changes as they like', async () => {
    const product = await withJo();
    const ann = await enrolled(product, 'ann', { phones: [AMERICAN] });
    const jo = product.script.member('jo').account;
    for (let i = 0; i < NOTICE_TEXTS_PER_HOUR + 5; i += 1) await changed(product, jo.person);
    await changed(product, ann.person);
    const fates = await sent(product);
    expect(fates.filter((fate) => fate === 'sent')).toHaveLength(NOTICE_TEXTS_PER_HOUR + 1);
    expect(fates.filter((fate) => fate === 'budget')).toHaveLength(5);
    expect(to(product).filter((one) => one === `email ${addressOf('jo')}`)).toHaveLength(
      NOTICE_TEXTS_PER_HOUR + 5,
    );
    expect(to(product)).toContain(`sms ${AMERICAN}`);
    product.clock.pass(60 * MINUTE);
    await changed(product, jo.person);
    expect(await sent(product)).toEqual(['sent']);
  });

  it('is not held up by the breaker as long as codes that went out as texts hold', async () => {
    const product = await withJo();
    const { from, oneIn } = TEXT_BREAKER;
    const fates: string[] = [];
    for (let i = 0; i < from + oneIn; i += 1) {
      const name = `p${String(i)}`;
      await enrolled(product, name, { phones: [BRITISH], addresses: [], answers: false });
      const { key } = await started(product, name, `192.0.2.${String(i)}`);
      const code = await sentCode(product, key, 'sms-code');
      fates.push(...(await sent(product)));
      if (i % oneIn === 0) await offerCode(product, key, code, 'sms-code');
    }
    expect(fates.every((fate) => fate === 'sent')).toBe(true);
    expect(fates).toHaveLength(from + oneIn);
  });
});
