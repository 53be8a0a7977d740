import { describe, expect, it } from 'vitest';
import { sendDue } from '../../../domain/messages/send-due.ts';
import { addressOf, enrolled } from '../../support/enrolled.ts';
import { aProduct, MINUTE, type Product } from '../../support/product.ts';
import { proven, repair, RESET, sentCode, started } from '../../support/recovering.ts';

async function withJo(addresses = [addressOf('jo')]): Promise<Product> {
  const product = aProduct();
  await enrolled(product, 'jo', { addresses });
  return product;
}
const letters = ({ mailbox }: Product) => mailbox.map(({ to, subject }) => `${to}: ${subject}`);

describe('the sender', () => {
  it('brings a code to its address, and only there, and forgets it', async () => {
    const product = await withJo();
    const { key } = await started(product, 'jo');
    const code = await sentCode(product, key);
    expect(await sendDue(product.ports)).toEqual({ sent: 1, dropped: 0, failed: 0 });
    expect(product.mailbox).toMatchObject([{ channel: 'email', to: addressOf('jo') }]);
    expect(product.mailbox[0]?.text).toContain(code);
    expect(product.mailbox[0]?.subject).not.toContain(code);
    expect((await product.ports.flows.find(key))?.outbox).toEqual([]);
    expect(await sendDue(product.ports)).toEqual({ sent: 0, dropped: 0, failed: 0 });
  });

  it('does the same writes for a stranger, and sends nothing', async () => {
    const product = await withJo();
    const { key } = await started(product, 'nobody');
    await sentCode(product, key);
    expect(await sendDue(product.ports)).toEqual({ sent: 0, dropped: 1, failed: 0 });
    expect(product.mailbox).toEqual([]);
    expect((await product.ports.flows.find(key))?.outbox).toEqual([]);
  });

  it('never lets a held notice go before the outcome, and tells every address after', async () => {
    const addresses = ['one@home.example', 'two@home.example'];
    const product = await withJo(addresses);
    const { key } = await proven(product, 'jo');
    await sendDue(product.ports);
    product.mailbox.length = 0;
    await repair(product, key, RESET);
    await sendDue(product.ports);
    expect(product.mailbox.map(({ to }) => to)).toEqual(addresses);
    expect(product.mailbox[0]?.text).not.toContain(RESET.action === 'reset' ? RESET.newPassword : '');
  });

  it('keeps a message due when the carrier did not take it, and goes on with the others', async () => {
    const product = await withJo();
    await enrolled(product, 'ann');
    product.refusing.add(addressOf('jo'));
    for (const name of ['jo', 'ann']) await sentCode(product, (await started(product, name)).key);
    expect(await sendDue(product.ports)).toEqual({ sent: 1, dropped: 0, failed: 1 });
    expect(product.mailbox.map(({ to }) => to)).toEqual([addressOf('ann')]);
    product.refusing.clear();
    expect((await sendDue(product.ports)).sent).toBe(0);
    product.clock.pass(MINUTE);
    expect(await sendDue(product.ports)).toEqual({ sent: 1, dropped: 0, failed: 0 });
    expect(letters(product)).toHaveLength(2);
  });

  it.each([
    ['first', 'one@home.example', 'two@home.example'],
    ['last', 'two@home.example', 'one@home.example'],
  ])('tells the other addresses once when the %s one is never taken', async (_which, broken, other) => {
    const product = await withJo(['one@home.example', 'two@home.example']);
    const { key } = await proven(product, 'jo');
    await sendDue(product.ports);
    product.mailbox.length = 0;
    product.refusing.add(broken);
    await repair(product, key, RESET);
    for (let i = 0; i < 10; i += 1) {
      await sendDue(product.ports);
      product.clock.pass(MINUTE);
    }
    expect(product.mailbox.map(({ to }) => to)).toEqual([other]);
  });

  it('sends a person no more codes in an hour than they may have, from however many flows', async () => {
    const product = await withJo();
    const { codesPerPersonHour } = product.configuration.limits;
    for (let i = 0; i < codesPerPersonHour + 3; i += 1)
      await sentCode(product, (await started(product, 'jo', `192.0.2.${String(i)}`)).key);
    expect(await sendDue(product.ports)).toEqual({ sent: codesPerPersonHour, dropped: 3, failed: 0 });
    product.clock.pass(60 * MINUTE);
    await sentCode(product, (await started(product, 'jo')).key);
    expect(await sendDue(product.ports)).toMatchObject({ sent: 1 });
  });

  it('lets a notice go however many codes were sent that hour', async () => {
    const product = await withJo();
    const { key } = await proven(product, 'jo');
    for (let i = 0; i < 6; i += 1)
      await sentCode(product, (await started(product, 'jo', `192.0.2.${String(i)}`)).key);
    await repair(product, key, RESET);
    await sendDue(product.ports);
    expect(product.mailbox.filter(({ text }) => !/\d{8}/.test(text))).toHaveLength(1);
  });

  it('sends each message once when several senders wake at the same moment', async () => {
    const product = await withJo();
    await sentCode(product, (await started(product, 'jo')).key);
    const tallies = await Promise.all(Array.from({ length: 8 }, () => sendDue(product.ports)));
    expect(tallies.reduce((sum, { sent }) => sum + sent, 0)).toBe(1);
    expect(product.mailbox).toHaveLength(1);
  });
});
