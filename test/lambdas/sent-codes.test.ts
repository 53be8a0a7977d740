import { describe, expect, it } from 'vitest';
import { sendDue } from '../../domain/messages/send-due.ts';
import { addressOf, enrolled } from '../support/enrolled.ts';
import { frontDoor, jsonOf, type FrontDoor } from '../support/front-door.ts';
import { jsonClient } from '../support/json-client.ts';
import { masked } from '../support/masked.ts';
import { formsOf, linksOf, pageVisitor } from '../support/page-visitor.ts';
import { aProduct } from '../support/product.ts';
import { anAccount } from '../support/scripted-account.ts';
import { BRITISH, texting } from '../support/texting.ts';

async function aDoor(...changes: Parameters<typeof texting>): Promise<FrontDoor> {
  const product = aProduct(texting(...changes));
  await enrolled(product, 'jo', { phones: [BRITISH], answers: false });
  return frontDoor(product);
}
/** Where the newest code went, and what it is. */
async function received({ product }: FrontDoor) {
  product.mailbox.length = 0;
  await sendDue(product.ports);
  const code = /\b\d{8}\b/.exec(product.mailbox.at(-1)?.text ?? '')?.[0] ?? '';
  return { to: product.mailbox.map(({ to }) => to), code };
}

describe('a code by text message', () => {
  it('is had, typed and accepted with a browser', async () => {
    const door = await aDoor();
    const visitor = pageVisitor(door);
    await visitor.open('/recover');
    const methods = await visitor.send('/recover', { username: 'jo' });
    expect(methods.body).toContain('Get a code by text message');
    const form = await visitor.send('/recover/sms-code/send');
    expect(form.body).toContain('<h1>Check your text messages</h1>');
    expect(form.body).toContain('If the username is right');
    const { to, code } = await received(door);
    expect(to).toEqual([BRITISH]);
    const action = await visitor.send('/recover/sms-code', { code });
    expect(action.body).toContain('Thank you, we know it’s you');
  });

  it('is had at the start, resent and accepted in JSON; the one before is dead', async () => {
    const door = await aDoor();
    const client = jsonClient(door);
    const begun = jsonOf(await client.start('jo', { send: 'sms-code' }));
    expect(begun['methods']).toContainEqual({
      method: 'sms-code',
      proven: false,
      name: 'Get a code by text message',
      hint: 'We send it to the mobile number you set up.',
      digits: 8,
      by: 'sms',
    });
    const { code: earlier } = await received(door);
    const again = await client.call('POST', '/api/recovery/proofs/sms-code/send', {});
    expect([again.status, jsonOf(again)]).toEqual([202, { minutes: 10, sendsLeft: 1 }]);
    const { code } = await received(door);
    const offer = (typed: string) => client.call('POST', '/api/recovery/proofs/sms-code', { code: typed });
    expect((await offer(earlier)).status).toBe(403);
    expect((await client.call('POST', '/api/recovery/proofs/email-code', { code })).status).toBe(403);
    expect((await offer(code)).status).toBe(200);
    expect((await offer(code)).status).toBe(403);
    expect(door.counted).toContain(JSON.stringify(['ProofAccepted', { method: 'sms-code' }]));
  });
});

describe('a sent code, where people choose the way,', () => {
  it('goes by the way of their choice with a browser', async () => {
    const door = await aDoor({}, 'choice');
    const visitor = pageVisitor(door);
    await visitor.open('/recover');
    const methods = await visitor.send('/recover', { username: 'jo' });
    expect(linksOf(methods)).toContain('/recover/sent-code/send');
    const choice = await visitor.open('/recover/sent-code/send');
    expect(formsOf(choice).map(({ action }) => action)).toContain('/recover/sent-code/send');
    const form = await visitor.send('/recover/sent-code/send', { by: 'sms' });
    expect(form.body).toContain('<h1>Check your e-mail and text messages</h1>');
    const { to, code } = await received(door);
    expect(to).toEqual([BRITISH]);
    expect((await visitor.send('/recover/sent-code', { code })).body).toContain('Thank you');
  });

  it('asks again for a way where none was said', async () => {
    const door = await aDoor({}, 'choice');
    const visitor = pageVisitor(door);
    await visitor.open('/recover');
    await visitor.send('/recover', { username: 'jo' });
    await visitor.open('/recover/sent-code/send');
    expect((await visitor.send('/recover/sent-code/send')).body).toContain(
      'How would you like to get the code?',
    );
    const client = jsonClient(door);
    await client.start('jo');
    const missing = await client.call('POST', '/api/recovery/proofs/sent-code/send', {});
    expect([missing.status, jsonOf(missing)['code']]).toEqual([400, 'field-missing']);
    expect((await received(door)).to).toEqual([]);
  });

  it.each([
    ['email', addressOf('jo')],
    ['sms', BRITISH],
  ])('goes by %s in JSON', async (by, where) => {
    const door = await aDoor({}, 'choice');
    const client = jsonClient(door);
    await client.start('jo');
    await client.call('POST', '/api/recovery/proofs/sent-code/send', { by });
    const { to, code } = await received(door);
    expect(to).toEqual([where]);
    expect((await client.call('POST', '/api/recovery/proofs/sent-code', { code })).status).toBe(200);
  });
});

describe.each(['email', 'sms', 'both', 'email-first', 'choice'] as const)('a sent code by %s', (send) => {
  it('is answered alike for whoever has both, one or none, and for nobody', async () => {
    const product = aProduct(texting({}, send));
    await enrolled(product, 'both', { phones: [BRITISH], answers: false });
    await enrolled(product, 'mail', { answers: false });
    await enrolled(product, 'phone', { phones: [BRITISH], addresses: [], answers: false });
    product.script.add(anAccount('newcomer'));
    const door = frontDoor(product);
    const everything = async (name: string) => {
      const visitor = pageVisitor(door);
      const client = jsonClient(door);
      await visitor.open('/recover');
      await visitor.send('/recover', { username: name });
      const by = send === 'choice' ? { by: 'sms' } : {};
      for (const method of ['sent-code', 'sms-code']) {
        const fields = method === 'sent-code' ? by : {};
        await visitor.open('/recover/methods');
        if (method === 'sent-code' && send === 'choice') await visitor.open('/recover/sent-code/send');
        for (let i = 0; i < 2; i += 1) {
          await visitor.send(`/recover/${method}/send`, fields);
          if (method === 'sent-code' && send === 'choice') await visitor.open('/recover/sent-code/send');
        }
        await visitor.open(`/recover/${method}`);
        await visitor.send(`/recover/${method}`, { code: '00000000' });
      }
      const answers = [await client.start(name, { send: 'sent-code' })];
      answers.push(await client.call('POST', '/api/recovery/proofs/sent-code/send', by));
      answers.push(await client.call('POST', '/api/recovery/proofs/sent-code', { code: '00000000' }));
      answers.push(await client.call('GET', '/api/recovery'));
      return [...visitor.seen, ...answers].map(masked);
    };
    const known = await everything('both');
    expect(known.length).toBeGreaterThan(14);
    for (const name of ['mail', 'phone', 'newcomer', 'nobody']) expect(await everything(name)).toEqual(known);
  });
});

describe('the administrators’ own words for a method', () => {
  const texts = {
    name: { de: 'Code auf das Diensthandy', en: 'Code to your work phone' },
    description: { de: 'Fragen? Rufen Sie 4711 an.' },
  };

  it('stand on the page in its language, else in the default one, and say which it is', async () => {
    const door = await aDoor({}, 'both', { 'sms-code': { on: true, texts } });
    const visitor = pageVisitor(door);
    await visitor.open('/recover');
    await visitor.send('/recover', { username: 'jo' });
    const german = (await visitor.open('/recover/methods?lang=de')).body;
    expect(german).toContain(
      '<strong>Code auf das Diensthandy</strong><span>Fragen? Rufen Sie 4711 an.</span>',
    );
    const english = (await visitor.open('/recover/methods?lang=en')).body;
    expect(english).toContain('<strong>Code to your work phone</strong>');
    expect(english).toContain('<bdi lang="de" dir="ltr">Fragen? Rufen Sie 4711 an.</bdi>');
    const french = (await visitor.open('/recover/methods?lang=fr')).body;
    expect(french).toContain('<bdi lang="en" dir="ltr">Code to your work phone</bdi>');
  });

  it('stand in JSON as well', async () => {
    const door = await aDoor({}, 'both', { 'sms-code': { on: true, texts } });
    const begun = await jsonClient(door).start('jo');
    expect(jsonOf(begun)['methods']).toContainEqual(
      expect.objectContaining({ name: 'Code to your work phone', hint: 'Fragen? Rufen Sie 4711 an.' }),
    );
  });
});
