import { expect, it } from 'vitest';
import type { IssuedCode } from '../../domain/recovery/flow.ts';
import { CODE_METHODS } from '../../domain/verification/method.ts';
import { aCode, aFlow, aMessage, aStartToll, aTryToll, NOW, sealedAs } from '../support/stored-records.ts';
import { atOnce, countOf, type MakeCentralStore } from './central-store.ts';
import { isReserved, started, triedOnce } from './tried-flows.ts';

/** Every method has a code of its own. */
export function codesByMethodContract(make: MakeCentralStore): void {
  keeping(make);
  byText(make);
  apart(make);
}

function keeping(make: MakeCentralStore): void {
  it('keeps the codes of a new flow by method, its addresses and its numbers', async () => {
    const { flows } = await make();
    const flow = aFlow({
      codes: { 'sms-code': aCode({ byText: true }), 'sent-code': aCode({ tries: 2 }) },
      sends: { 'sms-code': 1, 'sent-code': 3 },
      phones: [sealedAs('+44…'), sealedAs('+33…')],
    });
    await flows.start(flow, aStartToll());
    expect(await flows.find(flow.key)).toEqual(flow);
  });

  it('has a code of each method in force at once, each counted and replaced alone', async () => {
    const { flows } = await make();
    const { key } = await started(flows);
    const [email, text, either, resent] = [aCode(), aCode(), aCode(), aCode()];
    await flows.issueCode(key, 'email-code', email, aMessage(), NOW, 3);
    await flows.issueCode(key, 'sms-code', text, aMessage(), NOW, 3);
    await flows.issueCode(key, 'sent-code', either, aMessage(), NOW, 3);
    await triedOnce(flows, { key }, { method: 'sms-code' });
    await flows.issueCode(key, 'email-code', resent, aMessage(), NOW, 3);
    expect(await flows.find(key)).toMatchObject({
      codes: { 'email-code': resent, 'sms-code': { ...text, tries: 1 }, 'sent-code': either },
      sends: { 'email-code': 2, 'sms-code': 1, 'sent-code': 1 },
    });
  });
}

function byText(make: MakeCentralStore): void {
  it('knows of each code whether it went out as a text, also when the next one did not', async () => {
    const { flows } = await make();
    const { key } = await started(flows);
    const send = async (code: IssuedCode) =>
      (await flows.issueCode(key, 'sent-code', code, aMessage(), NOW, 3))?.codes['sent-code'];
    const [text, mail, again] = [aCode({ byText: true }), aCode(), aCode({ byText: true })];
    expect([await send(text), await send(mail), await send(again)]).toEqual([text, mail, again]);
    const tried = await triedOnce(flows, { key }, { method: 'sent-code' });
    expect(tried.codes['sent-code']).toEqual({ ...again, tries: 1 });
    const proven = await flows.prove(tried, { method: 'sent-code', at: NOW }, NOW, again.tag);
    expect(proven?.codes).toEqual({});
  });
}

function apart(make: MakeCentralStore): void {
  it.each(CODE_METHODS)('lets a code by %s count for no other method, and for one proof', async (method) => {
    const { flows } = await make();
    const { key } = await started(flows);
    const code = aCode();
    await flows.issueCode(key, method, code, aMessage(), NOW, 3);
    const others = [...CODE_METHODS, 'security-answers' as const, 'passkey' as const];
    for (const other of others.filter((one) => one !== method)) {
      const tried = await triedOnce(flows, { key }, { method: other });
      expect(await flows.prove(tried, { method: other, at: NOW }, NOW, code.tag)).toBeUndefined();
    }
    const tried = await triedOnce(flows, { key }, { method });
    const proven = await flows.prove(tried, { method, at: NOW }, NOW, code.tag);
    expect(proven).toMatchObject({ proofs: [{ method, at: NOW }], codes: {} });
  });

  it('uses up the code of the method that was proven, and leaves the others in force', async () => {
    const { flows } = await make();
    const { key } = await started(flows);
    const [email, text] = [aCode(), aCode()];
    await flows.issueCode(key, 'email-code', email, aMessage(), NOW, 3);
    await flows.issueCode(key, 'sms-code', text, aMessage(), NOW, 3);
    const tried = await triedOnce(flows, { key }, { method: 'email-code' });
    const proven = await flows.prove(tried, { method: 'email-code', at: NOW }, NOW, email.tag);
    expect(proven?.codes).toEqual({ 'sms-code': text });
  });

  it('spends the tries and the sends of one method on no other', async () => {
    const { flows } = await make();
    const { key } = await started(flows);
    for (const method of ['email-code', 'sms-code'] as const)
      await flows.issueCode(key, method, aCode(), aMessage(), NOW, 1);
    const email = aTryToll({ method: 'email-code', perCode: 2 });
    const texts = aTryToll({ method: 'sms-code', perCode: 2 });
    expect(countOf(await atOnce(8, () => flows.reserve(key, email)), isReserved)).toBe(2);
    expect(countOf(await atOnce(8, () => flows.reserve(key, texts)), isReserved)).toBe(2);
    const again = await atOnce(4, () => flows.issueCode(key, 'email-code', aCode(), aMessage(), NOW, 1));
    expect(countOf(again, (issued) => issued !== undefined)).toBe(0);
    expect(await flows.issueCode(key, 'sent-code', aCode(), aMessage(), NOW, 1)).toBeDefined();
    expect(await flows.issueCode(key, 'sent-code', aCode(), aMessage(), NOW, 0)).toBeUndefined();
  });
}
