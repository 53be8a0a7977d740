import { describe, expect, it } from 'vitest';
import { sendDue } from '../../domain/messages/send-due.ts';
import { frontDoor, jsonOf, type FrontDoor } from '../support/front-door.ts';
import { jsonClient, type JsonClient } from '../support/json-client.ts';
import { pageVisitor } from '../support/page-visitor.ts';
import { aProduct } from '../support/product.ts';
import { anAccount } from '../support/scripted-account.ts';
import { AMERICAN, BRITISH, texting } from '../support/texting.ts';

const PASSWORD = 'Correct-Horse-1';

function aDoor(...changes: Parameters<typeof texting>): FrontDoor {
  const product = aProduct(texting(...changes));
  product.script.add(anAccount('jo'));
  return frontDoor(product);
}
/** The code of the newest text that has one; what is due together may be sent in any order. */
async function texted({ product }: FrontDoor): Promise<string> {
  await sendDue(product.ports);
  const codes = product.mailbox.flatMap(({ text }) => text.match(/\b\d{8}\b/g) ?? []);
  return codes.at(-1) ?? '';
}
async function signedIn(door: FrontDoor): Promise<JsonClient> {
  const client = jsonClient(door);
  await client.signIn('jo', PASSWORD);
  return client;
}
const put = (client: JsonClient, body: object) => client.call('PUT', '/api/enrollment/sms-code', body);

describe('a mobile number', () => {
  it('is registered with a browser once its code came back, and can be taken away', async () => {
    const door = aDoor();
    const visitor = pageVisitor(door);
    await visitor.open('/enroll');
    const list = await visitor.send('/enroll/sign-in', { username: 'jo', password: PASSWORD });
    expect(list.body).toContain('Code by text message');
    await visitor.open('/enroll/sms-code');
    const confirm = await visitor.send('/enroll/sms-code', { number: '07400 123456' });
    expect(confirm.body).toContain('<bdi dir="ltr">+44 … 56</bdi>');
    expect(confirm.body).not.toContain('7400');
    const done = await visitor.send('/enroll/sms-code/confirm', { code: await texted(door) });
    expect(done.body).toContain('<h1 class="success">You are set up</h1>');
    expect((await visitor.open('/enroll/methods')).body).toContain('1 number');
    await visitor.open('/enroll/sms-code/remove');
    const removed = await visitor.send('/enroll/sms-code/remove', { currentPassword: PASSWORD });
    expect(removed.body).not.toContain('1 number');
  });

  it('is registered in JSON, and a wrong code registers nothing', async () => {
    const door = aDoor();
    const client = await signedIn(door);
    expect((await put(client, { number: BRITISH })).status).toBe(202);
    const code = await texted(door);
    const wrong = code === '00000000' ? '00000001' : '00000000';
    expect((await put(client, { code: wrong })).status).toBe(403);
    const registered = await put(client, { code });
    expect(registered.status).toBe(200);
    expect(jsonOf(registered)['methods']).toContainEqual(
      expect.objectContaining({
        method: 'sms-code',
        status: 'set-up',
        count: 1,
        name: 'Code by text message',
      }),
    );
    expect((await put(client, { code })).status).toBe(409);
  });

  it('of a country that is not allowed is refused, with the countries that are; nothing is sent', async () => {
    const door = aDoor();
    const visitor = pageVisitor(door);
    await visitor.open('/enroll');
    await visitor.send('/enroll/sign-in', { username: 'jo', password: PASSWORD });
    await visitor.open('/enroll/sms-code');
    const refused = await visitor.send('/enroll/sms-code', { number: '+49 170 1234567' });
    expect(refused.status).toBe(422);
    expect(refused.body).toContain('Text messages can go to numbers of: United Kingdom, United States.');
    const client = await signedIn(door);
    const problem = await put(client, { number: '+49 170 1234567' });
    expect([problem.status, jsonOf(problem)]).toMatchObject([
      422,
      { code: 'number-country-refused', countries: ['GB', 'US'] },
    ]);
    expect(await texted(door)).toBe('');
    expect(door.product.mailbox).toEqual([]);
  });

  it.each([
    ['', 'Enter a mobile number.'],
    ['jo@example.com', 'Enter a mobile number that can get text messages'],
    ['020 7946 0123', 'Enter a mobile number that can get text messages'],
  ])('that is none is refused: %j', async (number, message) => {
    const door = aDoor();
    const visitor = pageVisitor(door);
    await visitor.open('/enroll');
    await visitor.send('/enroll/sign-in', { username: 'jo', password: PASSWORD });
    await visitor.open('/enroll/sms-code');
    const refused = await visitor.send('/enroll/sms-code', { number });
    expect([refused.status, refused.body.includes(message)]).toEqual([422, true]);
  });

  it('gets a new code on demand, three in all, and the one before is dead', async () => {
    const door = aDoor();
    const client = await signedIn(door);
    await put(client, { number: BRITISH });
    const earlier = await texted(door);
    expect((await put(client, { number: BRITISH })).status).toBe(202);
    const newest = await texted(door);
    expect((await put(client, { code: earlier })).status).toBe(403);
    await put(client, { number: AMERICAN });
    expect((await put(client, { number: AMERICAN })).status).toBe(429);
    expect((await put(client, { code: newest })).status).toBe(403);
  });

  it('is the fourth of a person, and refused', async () => {
    const door = aDoor();
    const client = await signedIn(door);
    const outcomes: number[] = [];
    for (const last of ['1', '2', '3', '4']) {
      await put(client, { number: `+4474001234${last}0` });
      outcomes.push((await put(client, { code: await texted(door) })).status);
    }
    expect(outcomes).toEqual([200, 200, 200, 409]);
  });
});

describe('where no method goes by texts', () => {
  it('no number is taken, and none is asked for', async () => {
    const door = aDoor({}, 'email', { 'sms-code': { on: false } });
    const client = await signedIn(door);
    const refused = await put(client, { number: BRITISH });
    expect([refused.status, jsonOf(refused)['code']]).toEqual([409, 'method-not-offered']);
    const { methods } = jsonOf(await client.call('GET', '/api/enrollment')) as {
      methods: { method: string }[];
    };
    expect(methods.map(({ method }) => method)).not.toContain('sms-code');
  });
});
