import { describe, expect, it } from 'vitest';
import { ruleProblems } from '../../domain/policy/password-rules.ts';
import type { PasswordRules } from '../../domain/ports/password-rules.ts';
import { aUserConfiguration, offered } from '../support/configured.ts';
import { answersOf, enrolled } from '../support/enrolled.ts';
import { frontDoor, jsonOf, type Answer } from '../support/front-door.ts';
import { jsonClient } from '../support/json-client.ts';
import { pageVisitor } from '../support/page-visitor.ts';
import { aProduct, MINUTE, NOW } from '../support/product.ts';
import { GOOD_PASSWORD } from '../support/recovering.ts';
import { filetime, RULES } from '../support/scripted-account.ts';

const OLD = 'Correct-Horse-1';
const BANNED = ['Velvet', 'Harbour'];
const fields = Object.fromEntries(
  Object.entries(answersOf('jo')).map(([id, answer]) => [`answer.${id}`, answer]),
);

/** Jo, proven and about to choose a new password, under these rules. */
async function atTheForm(rules: Partial<PasswordRules> = {}, bannedWords: readonly string[] = BANNED) {
  const product = aProduct({
    document: {
      userConfigurations: [
        aUserConfiguration('all', {
          actions: { unlock: offered(['security-answers']), reset: offered(['security-answers']) },
        }),
      ],
      passwords: { bannedWords },
    },
  });
  const account = await enrolled(product, 'jo');
  product.script.rule(rules);
  const door = frontDoor(product);
  const visitor = pageVisitor(door);
  await visitor.open('/recover');
  await visitor.send('/recover', { username: 'jo' });
  await visitor.open('/recover/security-answers');
  await visitor.send('/recover/security-answers', fields);
  return {
    product,
    door,
    visitor,
    account,
    standard: { account, rules: { ...RULES, ...rules }, bannedWords },
  };
}

/** What stands in the field for the new password, in clear. */
const suggestionIn = ({ body }: Answer): string | undefined => {
  const [field = ''] = /<input[^>]*name="newPassword"[^>]*>/.exec(body) ?? [];
  return field.includes('type="text"') ? /value="([^"]*)"/.exec(field)?.[1] : undefined;
};

describe('the rules of a new password', () => {
  it('are listed in words, those in force for that account, and no name nor banned word among them', async () => {
    const { visitor } = await atTheForm({ minimumLength: 17, historyLength: 7 });
    const { body } = await visitor.open('/recover/reset');
    expect(body).toContain('At least 17 characters');
    expect(body).toContain('Three of these: capital letters');
    expect(body).toContain('Without your username and without parts of your name');
    expect(body).toContain('Without words that your organization does not allow');
    expect(body).toContain('Different from your last 7 passwords');
    expect(body).not.toMatch(/Robin|Velvet|Harbour|Not sooner|rules of its own/);
  });

  it('do not promise a history that the domain controller does not hold a reset to', async () => {
    const { visitor, product } = await atTheForm({ historyLength: 7 }, []);
    product.script.forgetHistory();
    const { body } = await visitor.open('/recover/reset');
    expect(body).toContain('Three of these');
    expect(body).not.toContain('Different from');
    product.script.answer({ refuse: 'policy' });
    const refused = await visitor.send('/recover/reset', { newPassword: GOOD_PASSWORD });
    expect(refused.body).toContain('Your organization’s password filter did not accept this password');
  });

  it('are not listed where there are none', async () => {
    const { visitor } = await atTheForm({ complexity: false, historyLength: 0, minimumLength: 0 }, []);
    const { body } = await visitor.open('/recover/reset');
    expect(body).not.toMatch(/At least|Three of|parts of your name|does not allow|Different from/);
  });

  it('are told to be perhaps more where those of the account cannot be read', async () => {
    const { visitor } = await atTheForm({ readable: false });
    expect((await visitor.open('/recover/reset')).body).toContain('Your account has rules of its own');
  });

  it.each([
    ['says a banned word', 'My-V3LV3T-42-door', 'has a word in it that your organization does not allow'],
    ['says a part of the name', 'My-robin-42-door', 'has your username or a part of your name'],
    ['is on a list of leaked ones', 'Summer2026!', 'appears in lists of leaked passwords'],
  ])(
    'decide: a password that %s is refused with its reason, and another may be tried at once',
    async (_, bad, why) => {
      const { visitor, product } = await atTheForm();
      await visitor.open('/recover/reset');
      const refused = await visitor.send('/recover/reset', { newPassword: bad });
      expect(refused.status).toBe(422);
      expect(refused.body).toContain(why);
      expect(refused.body).not.toContain(bad);
      expect(product.script.asked()).toBe(0);
      expect((await visitor.send('/recover/reset', { newPassword: 'Quiet-Window-42' })).body).toContain(
        'has been changed',
      );
    },
  );

  it.each([
    [5, 'you have used it before, or its password filter refused it'],
    [0, 'Your organization’s password filter did not accept this password'],
  ])(
    'that the directory keeps to itself are told as far as they can be known: %i passwords remembered',
    async (historyLength, why) => {
      const { visitor, product } = await atTheForm({ historyLength }, []);
      product.script.answer({ refuse: 'policy' });
      await visitor.open('/recover/reset');
      const refused = await visitor.send('/recover/reset', { newPassword: GOOD_PASSWORD });
      expect(refused.status).toBe(422);
      expect(refused.body).toContain(why);
      product.script.answer('obey');
      expect((await visitor.send('/recover/reset', { newPassword: 'Quiet-Window-42' })).body).toContain(
        'has been changed',
      );
    },
  );
});

describe('a suggested password', () => {
  it('stands in the field for all to see, passes the rules, and is saved as any other', async () => {
    const { visitor, product, standard } = await atTheForm({ minimumLength: 30 });
    const plain = await visitor.open('/recover/reset');
    expect(plain.body).toContain('Suggest a password');
    expect(suggestionIn(plain)).toBeUndefined();
    const shown = await visitor.open('/recover/reset?suggest=yes');
    const suggestion = suggestionIn(shown) ?? '';
    expect(shown.body).toContain('Copy it or write it down');
    expect(shown.headers['cache-control']).toBe('no-store');
    expect(suggestion.length).toBeGreaterThanOrEqual(30);
    expect(ruleProblems(suggestion, standard)).toEqual([]);
    expect(product.script.asked()).toBe(0);
    await visitor.send('/recover/reset');
    expect(product.script.member('jo').password).toBe(suggestion);
  });

  it('is another one each time, and is written nowhere', async () => {
    const { visitor, door } = await atTheForm();
    const shown = [];
    for (let i = 0; i < 5; i += 1)
      shown.push(suggestionIn(await visitor.open('/recover/reset?suggest=yes')) ?? '');
    expect(new Set(shown).size).toBe(5);
    for (const suggestion of shown) {
      expect(suggestion).not.toBe('');
      expect(JSON.stringify([door.lines, door.counted, [...visitor.jar]])).not.toContain(suggestion);
    }
  });

  it('is not to be had without proof', async () => {
    const { door } = await atTheForm();
    const stranger = pageVisitor(door);
    expect((await stranger.open('/recover/reset?suggest=yes')).status).toBe(410);
    await stranger.open('/recover');
    await stranger.send('/recover', { username: 'jo' });
    const shown = await stranger.open('/recover/reset?suggest=yes');
    expect(suggestionIn(shown)).toBeUndefined();
    expect(shown.body).toContain('Choose how to prove it’s you');
  });

  it('that cannot be found is told as that, and the form stays', async () => {
    const { visitor } = await atTheForm({ minimumLength: 257 });
    const shown = await visitor.open('/recover/reset?suggest=yes');
    expect(shown.body).toContain('We found no password to suggest');
    expect(suggestionIn(shown)).toBeUndefined();
    expect(shown.body).toContain('name="newPassword"');
  });
});

describe('somebody who changes a known password', () => {
  const CHANGE = { username: 'jo', currentPassword: OLD };
  async function atTheDoor(rules: Partial<PasswordRules> = {}, account = {}) {
    const product = aProduct({ document: { passwords: { bannedWords: BANNED } } });
    await enrolled(product, 'jo', { account });
    product.script.rule(rules);
    const door = frontDoor(product);
    const visitor = pageVisitor(door);
    await visitor.open('/password/change');
    return { product, door, visitor };
  }

  it('is told no rule before the present one is proven, and all of them after', async () => {
    const { visitor } = await atTheDoor({ minimumAgeMs: 26 * 60 * MINUTE });
    expect(visitor.seen.at(-1)?.body).not.toContain('id="rules"');
    const wrong = await visitor.send('/password/change', {
      ...CHANGE,
      currentPassword: 'wrong',
      newPassword: 'x',
    });
    expect(wrong.body).not.toContain('id="rules"');
    const refused = await visitor.send('/password/change', { ...CHANGE, newPassword: 'short' });
    expect(refused.status).toBe(422);
    expect(refused.body).toContain('Not sooner than 26 hours after the last change');
    expect(refused.body).toContain('Different from your last 5 passwords');
  });

  it('is told when the minimum age ends, on the page and in JSON', async () => {
    const { visitor, door } = await atTheDoor(
      { minimumAgeMs: 24 * 60 * MINUTE },
      { passwordLastSet: filetime(NOW - 60 * MINUTE) },
    );
    const ends = NOW + 23 * 60 * MINUTE;
    const told = await visitor.send('/password/change', { ...CHANGE, newPassword: GOOD_PASSWORD });
    expect(told.status).toBe(422);
    expect(told.body).toContain(
      `You can change it again from <time datetime="${new Date(ends).toISOString()}"`,
    );
    const json = await jsonClient(door).call('POST', '/api/password/change', {
      ...CHANGE,
      newPassword: 'Quiet-Window-42',
    });
    expect(jsonOf(json)).toMatchObject({
      code: 'password-refused',
      reasons: ['password-too-soon'],
      retryAt: new Date(ends).toISOString(),
    });
  });

  it('is told that the new one is the one they have', async () => {
    const { visitor } = await atTheDoor();
    const told = await visitor.send('/password/change', { ...CHANGE, newPassword: OLD });
    expect(told.body).toContain('is the one you have now');
  });

  it('is given a suggestion once the present one is proven, and saves it with that', async () => {
    const { visitor, product } = await atTheDoor();
    const shown = await visitor.send('/password/change', {
      ...CHANGE,
      newPassword: 'typed before',
      suggest: 'yes',
    });
    expect(shown.status).toBe(200);
    const suggestion = suggestionIn(shown) ?? '';
    expect(suggestion).not.toBe('');
    expect(shown.body).toContain('enter your current password once more');
    expect(shown.body).not.toContain('typed before');
    expect(shown.body).not.toContain(OLD);
    expect(product.script.asked()).toBe(0);
    const done = await visitor.send('/password/change', { currentPassword: OLD });
    expect(done.body).toContain('has been changed');
    expect(product.script.member('jo').password).toBe(suggestion);
  });

  it.each([
    ['with a wrong password', { ...CHANGE, currentPassword: 'wrong' }, 403],
    ['with a name nobody has', { ...CHANGE, username: 'nobody' }, 403],
    ['without a name', { ...CHANGE, username: '' }, 422],
    ['without a password', { ...CHANGE, currentPassword: '' }, 422],
  ])('is given none %s, and the same words as without asking for one', async (_, typed, status) => {
    const { visitor } = await atTheDoor();
    const asked = await visitor.send('/password/change', { ...typed, suggest: 'yes' });
    expect(asked.status).toBe(status);
    expect(suggestionIn(asked)).toBeUndefined();
    const plain = await visitor.send('/password/change', { ...typed, newPassword: GOOD_PASSWORD });
    const masked = (answer: Answer) => answer.body.replaceAll(/value="[^"]*"/g, '');
    expect(masked(asked)).toBe(masked(plain));
  });

  it('is told why there is nothing to suggest when it is too soon', async () => {
    const { visitor } = await atTheDoor({ minimumAgeMs: 60 * MINUTE }, { passwordLastSet: filetime(NOW) });
    const told = await visitor.send('/password/change', { ...CHANGE, suggest: 'yes' });
    expect(told.status).toBe(422);
    expect(told.body).toContain('was changed too recently');
    expect(suggestionIn(told)).toBeUndefined();
  });
});
