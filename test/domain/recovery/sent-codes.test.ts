import { describe, expect, it } from 'vitest';
import { sentTo } from '../../../domain/recovery/code-order.ts';
import type { Sealed } from '../../../domain/ports/sealer.ts';
import { CODE_METHODS } from '../../../domain/verification/method.ts';
import { sendDue } from '../../../domain/messages/send-due.ts';
import { aConfiguration } from '../../support/configured.ts';
import { enrolled } from '../../support/enrolled.ts';
import { aProduct, type Product } from '../../support/product.ts';
import { offerCode, sentCode, started } from '../../support/recovering.ts';
import { BRITISH, texting } from '../../support/texting.ts';

async function withJo(): Promise<Product> {
  const product = aProduct(texting());
  await enrolled(product, 'jo', { phones: [BRITISH] });
  return product;
}

describe.each(CODE_METHODS)('a code for %s', (method) => {
  it('holds once, and counts once', async () => {
    const product = await withJo();
    const { key } = await started(product, 'jo');
    const code = await sentCode(product, key, method);
    const first = await offerCode(product, key, code, method);
    expect(first.kind === 'proven' && first.flow.proofs.map((proof) => proof.method)).toEqual([method]);
    expect((await offerCode(product, key, code, method)).kind).toBe('wrong');
    expect((await product.ports.flows.find(key))?.proofs).toHaveLength(1);
  });

  it('dies with a resend, which then holds', async () => {
    const product = await withJo();
    const { key } = await started(product, 'jo');
    const earlier = await sentCode(product, key, method);
    const newest = await sentCode(product, key, method);
    expect((await offerCode(product, key, earlier, method)).kind).toBe('wrong');
    expect((await offerCode(product, key, newest, method)).kind).toBe('proven');
  });

  it('lives on when a code of another method is sent, and is worth nothing for that one', async () => {
    const product = await withJo();
    const { key } = await started(product, 'jo');
    const code = await sentCode(product, key, method);
    for (const other of CODE_METHODS.filter((each) => each !== method)) {
      await sentCode(product, key, other);
      expect((await offerCode(product, key, code, other)).kind).toBe('wrong');
    }
    expect((await offerCode(product, key, code, method)).kind).toBe('proven');
  });

  it('is worth nothing in another flow of the same person', async () => {
    const product = await withJo();
    const mine = await started(product, 'jo');
    const other = await started(product, 'jo', '192.0.2.8');
    const code = await sentCode(product, mine.key, method);
    await sentCode(product, other.key, method);
    expect((await offerCode(product, other.key, code, method)).kind).toBe('wrong');
    expect((await offerCode(product, mine.key, code, method)).kind).toBe('proven');
  });

  it('can be had as often as a flow may send, however many of the others were sent', async () => {
    const product = await withJo();
    const { key } = await started(product, 'jo');
    for (const each of CODE_METHODS) for (let i = 0; i < 3; i += 1) await sentCode(product, key, each);
    await expect(sentCode(product, key, method)).rejects.toThrow('no-more-codes');
  });
});

describe('a method that is switched off', () => {
  it.each(CODE_METHODS)('has no %s sent to anybody: nobody pays for what proves nothing', async (method) => {
    const { methods } = aConfiguration().document;
    const off = { 'email-code': { on: false, addresses: 'confirmed' }, 'sms-code': { on: false } } as const;
    const product = aProduct(
      texting({}, 'both', { ...methods, ...off, 'sent-code': { on: false, send: 'both' } }),
    );
    await enrolled(product, 'jo', { phones: [BRITISH] });
    const { key } = await started(product, 'jo');
    await sentCode(product, key, method);
    await sendDue(product.ports);
    expect(product.mailbox).toEqual([]);
  });
});

describe('a sent code', () => {
  const mailboxes = ['mail' as Sealed];
  const phones = ['phone' as Sealed];
  it.each([
    ['email', undefined, 'mail'],
    ['sms', undefined, 'phone'],
    ['both', undefined, 'mail phone'],
    ['email-first', undefined, 'mail'],
    ['sms-first', undefined, 'phone'],
    ['choice', 'email', 'mail'],
    ['choice', 'sms', 'phone'],
    ['choice', undefined, 'mail'],
  ] as const)('goes by %s, where they choose %s, to %s', (by, way, where) => {
    const sent = sentTo(by, way, { mailboxes, phones });
    expect([...sent.mailboxes, ...sent.phones].join(' ')).toBe(where);
  });

  it.each([
    ['email-first', { mailboxes: [], phones }, 'phone'],
    ['sms-first', { mailboxes, phones: [] }, 'mail'],
    // What somebody chose is all they get: another way would tell that they have not set it up.
    ['choice', { mailboxes: [], phones }, ''],
    ['both', { mailboxes: [], phones: [] }, ''],
  ] as const)('goes by %s to whoever has only some of it', (by, destinations, where) => {
    const sent = sentTo(by, undefined, destinations);
    expect([...sent.mailboxes, ...sent.phones].join(' ')).toBe(where);
  });
});
