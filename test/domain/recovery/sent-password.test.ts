import { describe, expect, it } from 'vitest';
import { sendDue } from '../../../domain/messages/send-due.ts';
import { ruleProblems } from '../../../domain/policy/password-rules.ts';
import type { SentPassword } from '../../../domain/policy/user-configuration.ts';
import { beforeReset } from '../../../domain/recovery/before-reset.ts';
import { judgeLeftover } from '../../../domain/recovery/leftover.ts';
import { destinationsFor, sentPasswordOf } from '../../../domain/recovery/sent-password.ts';
import { sweep } from '../../../domain/recovery/sweep.ts';
import type { CodeMethod, MethodName } from '../../../domain/verification/method.ts';
import { addressOf, answersOf, enrolled } from '../../support/enrolled.ts';
import { aProduct, MINUTE, NOW, publish, type Product } from '../../support/product.ts';
import {
  GOOD_PASSWORD,
  kindsOf,
  offerAnswers,
  offerCode,
  repair,
  RESET,
  sentCode,
  started,
  trailOf,
} from '../../support/recovering.ts';
import { anAccount, filetime } from '../../support/scripted-account.ts';
import { NUMBER, sendingPasswords, toBeSent } from '../../support/sent-passwords.ts';
import { aFlow, anIntent } from '../../support/stored-records.ts';

const sealed = aFlow().mailboxes;

/** jo, with an address and a number, proven by the answers and by codes. */
async function aProvenJo(by: SentPassword['by'], codes: readonly CodeMethod[] = []) {
  const product = aProduct(sendingPasswords(by, ['security-answers', ...codes]));
  await enrolled(product, 'jo', { phones: [NUMBER] });
  const flow = await started(product, 'jo');
  for (const method of codes)
    await offerCode(product, flow.key, await sentCode(product, flow.key, method), method);
  await offerAnswers(product, flow.key, answersOf('jo', flow.asked));
  await sendDue(product.ports);
  product.mailbox.length = 0;
  return { product, key: flow.key };
}

/** The passwords in what the carriers took, by where they went. */
const passwordsIn = ({ mailbox }: Product) =>
  mailbox.flatMap(({ to, text }) => {
    const found = /password(?: is\s+|: )(\S{10,})/.exec(text)?.[1];
    return found === undefined ? [] : [{ to, password: found }];
  });

describe('a password that is sent', () => {
  it.each([
    ['email', [], [addressOf('jo')]],
    ['sms', [], [NUMBER]],
    ['both', [], [addressOf('jo'), NUMBER]],
    ['email-first', [], [addressOf('jo')]],
    ['sms-first', [], [NUMBER]],
    ['email-first', ['email-code'], [NUMBER]],
    ['sms-first', ['sms-code'], [addressOf('jo')]],
    ['both', ['email-code'], [NUMBER]],
    ['both', ['sms-code'], [addressOf('jo')]],
  ] as const)('by %s, after %j, goes to %j and opens nothing but its own change', async (by, codes, to) => {
    const { product, key } = await aProvenJo(by, codes);
    const repaired = await repair(product, key, toBeSent(product));
    expect(repaired).toMatchObject({ kind: 'settled', outcome: { action: 'reset', result: 'done' } });
    await sendDue(product.ports);
    const sent = passwordsIn(product);
    expect(sent.map((one) => one.to)).toEqual(to);
    const { account, password } = product.script.member('jo');
    expect(sent.every((one) => one.password === password)).toBe(true);
    expect(account).toMatchObject({ mustChangePassword: true, passwordLastSet: '0', locked: false });
    expect(
      ruleProblems(password, {
        account,
        rules: await product.ports.directory.rules('CORP', account),
        bannedWords: [],
      }),
    ).toEqual([]);
    // The notice of the change goes to everyone who is told of any.
    expect(product.mailbox.filter(({ text }) => /was changed/.test(text)).map((one) => one.to)).toEqual([
      addressOf('jo'),
      NUMBER,
    ]);
  });

  it.each([
    ['email', ['email-code']],
    ['sms', ['sms-code']],
    ['both', ['email-code', 'sms-code']],
    ['email-first', ['sent-code']],
    ['sms-first', ['sent-code']],
  ] as const)(
    'has no way by %s after %j: nothing is changed or spent, and the trail says why',
    async (by, codes) => {
      const { product, key } = await aProvenJo(by, codes);
      const before = await product.ports.flows.find(key);
      expect(await beforeReset(product.ports, key)).toMatchObject({ kind: 'no-way-for-password' });
      expect(await repair(product, key, toBeSent(product))).toMatchObject({
        kind: 'no-way-for-password',
        because: 'no-contact-left',
      });
      expect(product.script.changes).toEqual([]);
      expect(await product.ports.flows.find(key)).toEqual(before);
      const events = await trailOf(product, product.script.member('jo').account.person);
      expect(events.at(-1)?.happening).toEqual({
        kind: 'repair-refused',
        action: 'reset',
        reason: 'no-contact-left',
      });
    },
  );

  it('is not made where nothing fits the rules', async () => {
    const { product, key } = await aProvenJo('email');
    product.script.rule({ minimumLength: 300 });
    expect(await repair(product, key, toBeSent(product))).toMatchObject({ because: 'no-password-fits' });
    expect(product.script.changes).toEqual([]);
  });

  it('is never joined by one that somebody typed, nor made where people set their own', async () => {
    const { product, key } = await aProvenJo('email');
    expect(await repair(product, key, RESET)).toMatchObject({ kind: 'password-is-sent' });
    await publish(product, sendingPasswords('email', ['security-answers'], { accepted: false }));
    expect(await repair(product, key, toBeSent(product))).toMatchObject({
      kind: 'password-refused',
      problems: ['password-missing'],
    });
    expect(product.script.changes).toEqual([]);
    expect(await repair(product, key, RESET)).toMatchObject({ outcome: { result: 'done' } });
    expect(product.script.member('jo')).toMatchObject({ password: GOOD_PASSWORD });
    expect(product.script.member('jo').account.mustChangePassword).toBe(false);
  });

  it('is made once for one operation, and gone from the store once it is sent', async () => {
    const { product, key } = await aProvenJo('email');
    await repair(product, key, toBeSent(product));
    const { password } = product.script.member('jo');
    expect(await repair(product, key, toBeSent(product))).toMatchObject({ kind: 'settled' });
    expect(product.script.member('jo').password).toBe(password);
    await sendDue(product.ports);
    const flow = await product.ports.flows.find(key);
    expect(flow?.outbox).toEqual([]);
    expect(flow?.heldPassword).toBeUndefined();
    expect(JSON.stringify(flow)).not.toContain('new-password');
    await sendDue(product.ports);
    expect(passwordsIn(product)).toHaveLength(1);
  });

  it('goes nowhere when the directory refused it', async () => {
    const { product, key } = await aProvenJo('email');
    product.script.answer({ refuse: 'policy' });
    expect(await repair(product, key, toBeSent(product))).toMatchObject({ outcome: { result: 'unchanged' } });
    await sendDue(product.ports);
    expect(product.mailbox).toEqual([]);
    expect((await product.ports.flows.find(key))?.heldPassword).toBeUndefined();
  });

  it('waits for the outcome of a lost answer, which the sweeper finds out', async () => {
    const { product, key } = await aProvenJo('email');
    product.script.answer('do-and-die');
    expect(await repair(product, key, toBeSent(product))).toMatchObject({ kind: 'unsettled' });
    await sendDue(product.ports);
    expect(product.mailbox).toEqual([]);
    product.script.down(false);
    product.clock.pass(MINUTE);
    expect(await sweep(product.ports)).toEqual({ settled: 1, waiting: 0 });
    await sendDue(product.ports);
    expect(passwordsIn(product)).toEqual([
      { to: addressOf('jo'), password: product.script.member('jo').password },
    ]);
    expect(kindsOf(await trailOf(product, product.script.member('jo').account.person))).toContain(
      'change-settled',
    );
  });

  it('goes all the same, and says so, when nobody can find out: whoever it was set for has it', async () => {
    const { product, key } = await aProvenJo('email');
    product.script.answer('do-and-die');
    await repair(product, key, toBeSent(product));
    product.script.down(false);
    product.clock.pass(10 * MINUTE);
    await sweep(product.ports);
    expect(await product.ports.flows.find(key)).toMatchObject({ outcome: { result: 'unknown' } });
    await sendDue(product.ports);
    expect(passwordsIn(product)).toMatchObject([{ password: product.script.member('jo').password }]);
    expect(product.mailbox.some(({ text }) => /could not confirm that it was set/.test(text))).toBe(true);
  });
});

describe('what a password that is sent has left behind', () => {
  const BEFORE = { passwordLastSet: '133123456789012345', lockoutTime: '133100000000000000' };
  it.each([
    ['the same password', BEFORE, { passwordLastSet: BEFORE.passwordLastSet }, 1, 'unchanged'],
    ['one to be changed, seen soon', BEFORE, { passwordLastSet: '0' }, 5, 'done'],
    ['one to be changed, seen late', BEFORE, { passwordLastSet: '0' }, 6, 'unknown'],
    ['one that somebody else set', BEFORE, { passwordLastSet: filetime(NOW) }, 1, 'unknown'],
    [
      'nothing to tell by',
      { passwordLastSet: '0', lockoutTime: '0' },
      { passwordLastSet: '0', lockoutTime: '0' },
      1,
      'unknown',
    ],
    [
      'the very same lock',
      { ...BEFORE, passwordLastSet: '0' },
      { ...BEFORE, passwordLastSet: '0' },
      1,
      'unchanged',
    ],
    [
      'no lock any more',
      { ...BEFORE, passwordLastSet: '0' },
      { passwordLastSet: '0', lockoutTime: '0' },
      1,
      'unknown',
    ],
  ] as const)('is judged by %s', (_name, before, now, minutes, result) => {
    const intent = anIntent({ action: 'reset', mustChange: true, before, at: NOW });
    expect(judgeLeftover(intent, anAccount('jo', { ...before, ...now }), NOW + minutes * MINUTE).result).toBe(
      result,
    );
  });
});

describe('how a password is sent', () => {
  it('hangs on the risk being accepted in writing', () => {
    const of = (accepted: boolean) =>
      sentPasswordOf(sendingPasswords('sms', undefined, { accepted }).document?.userConfigurations?.[0]);
    expect(of(true)).toEqual({ mode: 'sent', by: 'sms' });
    expect(of(false)).toBeUndefined();
    expect(sentPasswordOf(undefined)).toBeUndefined();
  });

  it('never includes a way that was a proof, whatever else is asked for', () => {
    const proofs = (methods: readonly MethodName[]) => methods.map((method) => ({ method, at: NOW }));
    for (const by of ['email', 'sms', 'both', 'email-first', 'sms-first'] as const)
      for (const used of ['email-code', 'sms-code', 'sent-code'] as const) {
        const flow = { proofs: proofs([used, 'passkey']), mailboxes: sealed, phones: sealed };
        const { mailboxes, phones } = destinationsFor(flow, by);
        if (used !== 'sms-code') expect(mailboxes).toEqual([]);
        if (used !== 'email-code') expect(phones).toEqual([]);
      }
  });
});
