import { describe, expect, it } from 'vitest';
import type { SearchForm } from '../../domain/policy/search-form.ts';
import { aUserConfiguration, blockOf, offered } from '../support/configured.ts';
import { answersOf, enrolled } from '../support/enrolled.ts';
import { frontDoor, jsonOf, type Answer, type FrontDoor } from '../support/front-door.ts';
import { jsonClient } from '../support/json-client.ts';
import { masked } from '../support/masked.ts';
import { formsOf, pageVisitor } from '../support/page-visitor.ts';
import { aProduct } from '../support/product.ts';
import { anAccount, sidOf } from '../support/scripted-account.ts';

const FORM: SearchForm = {
  besidesName: true,
  fields: [
    { attribute: 'mail', label: { en: 'E-mail address at work', de: 'E-Mail-Adresse bei der Arbeit' } },
    { attribute: 'mobile', label: { en: 'Mobile number' } },
  ],
  filter: '(&(mail=%mail%)(mobile=%mobile%))',
};
const policy = offered(['security-answers']);
const userConfigurations = [aUserConfiguration('all', { actions: { unlock: policy, reset: policy } })];

/** What somebody of that name would type. */
const detailsOf = (name: string) => ({ mail: `${name}@corp.example`, mobile: '555-0100' });

async function aDoor(searchForm: SearchForm = FORM): Promise<FrontDoor> {
  const blockList = [blockOf(anAccount('blocked'))];
  const product = aProduct({ document: { searchForm, userConfigurations, blockList } });
  const known = async (name: string, account = {}) =>
    enrolled(product, name, { account: { ...detailsOf(name), ...account } });
  await known('known');
  await known('disabled', { disabled: true });
  await known('blocked');
  await known('admin', { groups: [sidOf(512)] });
  await known('twin', detailsOf('twins'));
  await known('other-twin', detailsOf('twins'));
  product.script.add(anAccount('newcomer', detailsOf('newcomer')));
  return frontDoor(product);
}

const fieldsOf = (name: string) =>
  Object.fromEntries(Object.entries(detailsOf(name)).map(([key, value]) => [`detail-${key}`, value]));

async function inPages(door: FrontDoor, name: string): Promise<readonly Answer[]> {
  const visitor = pageVisitor(door);
  await visitor.open('/recover');
  await visitor.send('/recover', fieldsOf(name));
  await visitor.open('/recover/security-answers');
  const wrong = answersOf('somebody else');
  const answers = Object.fromEntries(Object.entries(wrong).map(([id, text]) => [`answer.${id}`, text]));
  await visitor.send('/recover/security-answers', answers);
  await visitor.open('/recover/methods');
  return visitor.seen;
}

async function inJson(door: FrontDoor, name: string): Promise<readonly Answer[]> {
  const client = jsonClient(door);
  const start = await client.call('POST', '/api/recovery', { claim: { attributes: detailsOf(name) } });
  const authorization = { authorization: `Bearer ${String(jsonOf(start)['handle'])}` };
  const answers = { answers: answersOf('somebody else') };
  return [
    start,
    await client.call('GET', '/api/recovery', undefined, authorization),
    await client.call('POST', '/api/recovery/proofs/security-answers', answers, authorization),
  ];
}

describe.each([
  ['pages', inPages],
  ['JSON', inJson],
] as const)('who starts with a search form, in %s,', (_, everything) => {
  it.each(['nobody', 'newcomer', 'blocked', 'admin', 'disabled', 'twins'])(
    'gets the same answers, byte for byte, as somebody known: %s',
    async (name) => {
      const door = await aDoor();
      const told = async (who: string) =>
        (await everything(door, who)).map((answer) =>
          masked({ ...answer, body: answer.body.replaceAll(who, 'name') }),
        );
      expect(await told(name)).toEqual(await told('known'));
    },
  );
});

describe('R1 with a search form', () => {
  it('asks for the name, or for all the fields, in the language of the page as far as there is one', async () => {
    const door = await aDoor();
    const english = await pageVisitor(door).open('/recover');
    const [form] = formsOf(english);
    expect(Object.keys(form?.fields ?? {})).toEqual(['token', 'username', 'detail-mail', 'detail-mobile']);
    expect(english.body).toContain('Or, instead of your username, fill in all of these');
    expect(english.body).toMatch(/name="detail-mail" autocomplete="email"/);
    const german = await pageVisitor(door).open('/recover?lang=de');
    expect(german.body).toContain('E-Mail-Adresse bei der Arbeit');
    expect(german.body).toMatch(/<label for="detail-mobile" lang="en" dir="ltr">Mobile number/);
  });

  it('asks for nothing but the fields where it stands alone', async () => {
    const door = await aDoor({ ...FORM, besidesName: false });
    const visitor = pageVisitor(door);
    const page = await visitor.open('/recover');
    expect(Object.keys(formsOf(page)[0]?.fields ?? {})).toEqual(['token', 'detail-mail', 'detail-mobile']);
    const token = formsOf(page)[0]?.fields['token'] ?? '';
    expect((await visitor.post('/recover', { token, username: 'known' })).status).toBe(400);
    // A name in JSON names nobody then, and is answered as anybody's.
    const named = await jsonClient(door).start('known');
    expect(named.status).toBe(201);
    const asked = door.counted.filter((line) => line.includes('StrangerStarted'));
    expect(asked).toEqual([JSON.stringify(['StrangerStarted', { reason: 'unknown' }])]);
  });

  it.each([
    ['nothing', {}, 'Enter your username, or fill in all of the other fields.'],
    ['some of the fields', { 'detail-mail': 'known@corp.example' }, 'Fill in every field.'],
    ['both', { username: 'known', 'detail-mail': 'known@corp.example' }, 'not both'],
    ['what nobody is called', { 'detail-mail': 'x\u0007', 'detail-mobile': '1' }, 'could not be read'],
  ])('says what is wrong with %s, and keeps what was typed', async (_, typed, words) => {
    const visitor = pageVisitor(await aDoor());
    await visitor.open('/recover');
    const again = await visitor.send('/recover', typed);
    expect(again.status).toBe(422);
    expect(again.body).toContain(words);
    expect(formsOf(again)[0]?.fields).toMatchObject(typed);
  });

  it('takes no field that is none of it, in either face, before anybody is looked for', async () => {
    const door = await aDoor();
    const visitor = pageVisitor(door);
    await visitor.open('/recover');
    expect((await visitor.send('/recover', { ...fieldsOf('known'), 'detail-sn': '*' })).status).toBe(400);
    for (const attributes of [{}, { mail: 'known@corp.example' }, { ...detailsOf('known'), sn: 'x' }]) {
      const refused = await jsonClient(door).call('POST', '/api/recovery', { claim: { attributes } });
      expect([refused.status, jsonOf(refused)['code']]).toEqual([400, 'attributes-unreadable']);
    }
    expect(door.counted.filter((line) => line.includes('RecoveryStarted'))).toEqual([]);
    const plain = frontDoor(aProduct());
    const refused = await jsonClient(plain).call('POST', '/api/recovery', {
      claim: { attributes: detailsOf('known') },
    });
    expect(refused.status).toBe(400);
  });
});
