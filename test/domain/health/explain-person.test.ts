import { describe, expect, it } from 'vitest';
import { explainPerson } from '../../../domain/health/explain-person.ts';
import type { Explanation } from '../../../domain/health/explanation.ts';
import { readClaim } from '../../../domain/recovery/claim.ts';
import {
  anAudience,
  aUserConfiguration,
  blockOf,
  blockOfGroup,
  EVERYONE,
  notOffered,
  offered,
} from '../../support/configured.ts';
import { enrolled, type WhatIsEnrolled } from '../../support/enrolled.ts';
import { aProduct, MINUTE, NOW, type Product } from '../../support/product.ts';
import { anAccount, filetime, sidOf } from '../../support/scripted-account.ts';
import { anEvent } from '../../support/stored-records.ts';
import { countedPorts } from '../../support/watched-ports.ts';

const DAY = 24 * 60 * MINUTE;

async function ask({ ports }: Product, typed: string) {
  const claim = readClaim(typed);
  if (!claim) throw new Error(`${typed} can name nobody`);
  return explainPerson(ports, claim);
}
async function explain(product: Product, typed = 'jo'): Promise<Explanation> {
  const answer = await ask(product, typed);
  if (answer.kind !== 'somebody') throw new Error(`${typed} was ${answer.kind}`);
  return answer.explanation;
}
async function withJo(
  changes: Parameters<typeof aProduct>[0] = {},
  what: WhatIsEnrolled = {},
): Promise<Product> {
  const product = aProduct(changes);
  await enrolled(product, 'jo', what);
  return product;
}

describe('explaining a person', () => {
  it('asks the directory for one thing at a time', async () => {
    const product = await withJo();
    const { directory } = product.ports;
    let atOnce = 0;
    let most = 0;
    const alone = async <T>(work: () => Promise<T>): Promise<T> => {
      most = Math.max(most, (atOnce += 1));
      await new Promise((resolve) => setImmediate(resolve));
      return work().finally(() => (atOnce -= 1));
    };
    const watched = {
      ...directory,
      find: (...asked: Parameters<typeof directory.find>) => alone(() => directory.find(...asked)),
      rights: (...asked: Parameters<typeof directory.rights>) => alone(() => directory.rights(...asked)),
      rules: (...asked: Parameters<typeof directory.rules>) => alone(() => directory.rules(...asked)),
    };
    await explain({ ...product, ports: { ...product.ports, directory: watched } });
    expect(most).toBe(1);
  });

  it('says why they fall under their user configuration, what they registered, and that all works', async () => {
    const sales = { name: 'CORP\\Sales', sid: sidOf(1201) };
    const product = await withJo(
      {
        document: {
          userConfigurations: [
            aUserConfiguration('Sales', { include: anAudience({ groups: [sales] }) }),
            aUserConfiguration('All', { include: EVERYONE }),
          ],
        },
      },
      { account: { groups: [sales.sid] } },
    );
    const found = await explain(product);
    expect(found.preview).toMatchObject({
      name: 'CORP\\jo',
      wins: { name: 'Sales', words: 'in the group "CORP\\Sales", directly or through another group' },
      also: [{ name: 'All' }],
      status: 'registered',
      methods: ['security-answers', 'email-code'],
    });
    expect(found.userConfiguration.join(' ')).toContain('CORP\\Sales');
    expect(found.registration.sentences).toEqual([
      'They could prove themselves with their security answers and a code by e-mail.',
    ]);
    expect(found).toMatchObject({
      colour: 'green',
      actions: { unlock: { works: true }, reset: { works: true } },
    });
    expect(found).not.toHaveProperty('fix');
  });

  it('tells how the account stands: since when it is locked and until when, how old the password is', async () => {
    const product = await withJo(
      {},
      {
        account: {
          locked: true,
          lockoutTime: filetime(NOW - 5 * MINUTE),
          passwordLastSet: filetime(NOW - DAY),
          passwordExpiresAt: NOW + DAY,
          accountExpiresAt: NOW + 30 * DAY,
          outsideLogonHours: true,
        },
      },
    );
    product.script.rule({ minimumAgeMs: 2 * DAY, lockoutDurationMs: 30 * MINUTE });
    const { conditions } = await explain(product);
    expect(conditions.map(({ code }) => code)).toEqual([
      'account-expires',
      'locked',
      'password-set',
      'password-expires',
      'minimum-age',
      'outside-logon-hours',
    ]);
    const sentences = conditions.map(({ sentence }) => sentence);
    expect(sentences[1]).toBe(
      'It is locked since 4 January 2100, 12:00 UTC, until 4 January 2100, 12:30 UTC.',
    );
    expect(sentences[4]).toContain('before 5 January 2100, 12:05 UTC: a password has to be 2 days old.');
  });

  it('tells of a lock that somebody has to undo, and of wrong passwords on the way to one', async () => {
    const locked = await withJo({}, { account: { locked: true, lockoutTime: filetime(NOW) } });
    locked.script.rule({ lockoutDurationMs: 0 });
    expect((await explain(locked)).conditions[0]?.sentence).toContain('until somebody unlocks it');
    const near = await withJo({}, { account: { badPasswordCount: 2, badPasswordAt: NOW - MINUTE } });
    expect((await explain(near)).conditions[0]).toEqual({
      code: 'wrong-passwords',
      sentence:
        'It is not locked; 2 wrong passwords counted, the last on 4 January 2100, 12:04 UTC (5 in a row lock it).',
    });
  });

  it('tells which password rules are in force, where they come from, and when the real ones may not be read', async () => {
    const product = await withJo();
    expect((await explain(product)).rules.sentences[0]).toBe(
      'The password policy of the domain is in force.',
    );
    product.script.rule({ source: 'PSO-Staff', minimumAgeMs: DAY, maximumAgeMs: 90 * DAY });
    expect((await explain(product)).rules.sentences).toEqual([
      'The fine-grained password policy “PSO-Staff” is in force.',
      'A password has at least 10 characters, of three kinds of characters, and without the name. The last 5 passwords may not be used again.',
      'It expires after 90 days, and may be changed after 1 day.',
      '5 wrong passwords within 30 minutes lock an account for 30 minutes.',
    ]);
    product.script.rule({ readable: false });
    expect((await explain(product)).rules.sentences[0]).toContain('may not read it; give it Read on it');
  });

  it('changes nothing, and asks the directory for one person', async () => {
    const product = await withJo();
    const { ports, counts } = countedPorts(product.ports);
    await explainPerson(ports, { kind: 'account-name', name: 'jo' });
    expect(counts()).toEqual({
      'configuration.current': 1,
      'directory.find': 1,
      'directory.rights': 1,
      'directory.rules': 1,
      'enrollments.find': 1,
      'notes.find': 1,
    });
  });
});

describe('the one thing to fix', () => {
  const fixOf = async (product: Product) => (await explain(product)).fix;

  it('is the entry of the block list, by its place, with its reason and its end', async () => {
    const document = {
      blockList: [blockOf(anAccount('other')), blockOfGroup(sidOf(1202), '2100-01-31T00:00:00Z')],
    };
    const product = await withJo({ document }, { account: { groups: [sidOf(1202)], disabled: true } });
    expect(await fixOf(product)).toEqual({
      code: 'blocked',
      sentence:
        'Entry 2 of the block list blocks it through the group “CORP\\Contractors”: “from outside”. What helps: remove the entry, or take the account out of the group, or wait until 31 January 2100.',
    });
  });

  it.each([
    [{ adminCount: true }, 'clear adminCount'],
    [{ hasServicePrincipalName: true }, 'setspn -D'],
    [{ groups: [sidOf(512)] }, `in the protected group ${sidOf(512)}`],
    [{ formerSids: ['S-1-5-21-9-9-9-512'] }, 'S-1-5-21-9-9-9-512 is in its sIDHistory'],
  ])('of a privileged account is what makes it one: %j', async (account, words) => {
    const fix = await fixOf(await withJo({}, { account }));
    expect(fix?.code).toBe('privileged');
    expect(fix?.sentence).toContain(words);
  });

  it('is where the account lies, and what is served', async () => {
    const distinguishedName = 'CN=jo,OU=Services,DC=corp,DC=example';
    const fix = await fixOf(await withJo({}, { account: { distinguishedName } }));
    expect(fix?.sentence).toContain('(OU=Staff,DC=corp,DC=example)');
    expect(fix?.sentence).toContain(distinguishedName);
  });

  it('is a user configuration that offers nothing, or that there is none', async () => {
    const nothing = { unlock: notOffered, reset: notOffered };
    const silent = await withJo({
      document: { userConfigurations: [aUserConfiguration('Quiet', { actions: nothing })] },
    });
    expect(await fixOf(silent)).toMatchObject({
      code: 'not-offered',
      sentence: expect.stringContaining('“Quiet” holds the account and offers nothing'),
    });
    const none = await withJo({ document: { userConfigurations: [] } });
    expect((await fixOf(none))?.sentence).toContain('No user configuration holds the account.');
  });

  it('is a freeze, before what they registered and how their account is; and who may lift it', async () => {
    const product = await withJo({}, { account: { disabled: true }, answers: false });
    const { person } = product.script.member('jo').account;
    const at = product.clock.now();
    await product.ports.notes.freeze(person, { at, by: 'person' }, anEvent({ at, person }), []);
    const { fix, actions, frozen } = await explain(product);
    expect(frozen).toEqual({ at, by: 'person' });
    expect(fix).toMatchObject({
      code: 'self-service-frozen',
      sentence: expect.stringContaining(`latchkey people unfreeze 'CORP\\jo' --reason`),
    });
    expect(actions.unlock).toMatchObject({ works: false, because: 'self-service-frozen' });
  });

  it('is that nothing, or too little, is registered, and what', async () => {
    const product = aProduct();
    product.script.add(anAccount('jo', { username: "o'jo", person: anAccount('jo').person }));
    expect((await explain(product, "o'jo")).fix).toMatchObject({
      code: 'not-enrolled',
      sentence: expect.stringContaining(String.raw`latchkey registrations remind 'CORP\o'\''jo'`),
    });
    const half = await explain(await withJo({}, { addresses: [] }));
    expect(half).toMatchObject({ colour: 'amber', actions: { unlock: { works: true } } });
    expect(half.fix?.sentence).toContain('it also asks for a code by e-mail. Remind them');
  });

  it('is a method that is asked for and switched off', async () => {
    const methods = {
      'security-answers': { on: true },
      'email-code': { on: false, addresses: 'confirmed' },
    } as const;
    expect((await fixOf(await withJo({ document: { methods } })))?.sentence).toContain(
      'a code by e-mail, which is switched off. Switch it on',
    );
  });

  it('is answers to a questionnaire that counts no longer; until it does, that is told and all works', async () => {
    const earlier = (acceptedUntil: number) => [
      {
        version: 0,
        parts: [{ kind: 'single', question: 'first-concert' } as const],
        replacedAt: NOW - DAY,
        acceptedUntil,
      },
    ];
    const answers = ['first-concert'];
    const past = await explain(await withJo({ earlierQuestionnaires: earlier(NOW - 1) }, { answers }));
    expect(past.fix?.code).toBe('register-again');
    const still = await explain(await withJo({ earlierQuestionnaires: earlier(NOW + DAY) }, { answers }));
    expect(still.colour).toBe('green');
    expect(still.registration.sentences[1]).toContain('count until 5 January 2100, 12:05 UTC');
  });

  it.each([
    ['disabled', { disabled: true }, "Enable-ADAccount 'jo'"],
    ['account-expired', { accountExpired: true, accountExpiresAt: NOW - DAY }, 'expired on 3 January 2100'],
    ['smart-card', { smartCardRequired: true }, '-SmartcardLogonRequired $false'],
    ['cannot-change-password', { cannotChangePassword: true }, '-CannotChangePassword $false'],
  ])('is the account itself: %s', async (code, account, words) => {
    const fix = await fixOf(await withJo({}, { account }));
    expect(fix?.code).toBe(code);
    expect(fix?.sentence).toContain(words);
  });

  it('is a right that the self-service account lacks; without the one to unlock it resets neither', async () => {
    const product = await withJo();
    product.script.member('jo').rights = { resetPassword: false, unlock: true };
    const half = await explain(product);
    expect(half).toMatchObject({ colour: 'amber', fix: { code: 'no-reset-right' } });
    product.script.member('jo').rights = { resetPassword: true, unlock: false };
    const none = await explain(product);
    expect(none).toMatchObject({ colour: 'red', fix: { code: 'no-unlock-right' } });
    expect(none.fix?.sentence).toContain('latchkey doctor');
  });

  it('is a setting of the user configuration, with the way round it and when it ends', async () => {
    const rules = { unlock: offered(['security-answers']), reset: offered(['security-answers']) };
    const held = (actions: object) => ({
      document: { userConfigurations: [aUserConfiguration('Staff', { actions: { ...rules, ...actions } })] },
    });
    const locked = { locked: true, lockoutTime: filetime(NOW) };
    const waits = await explain(
      await withJo(held({ reset: { ...rules.reset, notWhileLocked: true } }), { account: locked }),
    );
    expect(waits).toMatchObject({ colour: 'amber', actions: { reset: { until: NOW + 30 * MINUTE } } });
    expect(waits.fix?.sentence).toContain('Unlock it first, or wait until 4 January 2100, 12:35 UTC');
    const expired = await explain(await withJo(held({}), { account: { passwordExpired: true } }));
    expect(expired.fix?.sentence).toContain('so an unlock would not help. A new password does it');
    const young = await withJo(
      held({ unlock: notOffered, reset: { ...rules.reset, notBeforeMinimumAge: true } }),
      { account: { passwordLastSet: filetime(NOW - MINUTE) } },
    );
    young.script.rule({ minimumAgeMs: DAY });
    expect(await explain(young)).toMatchObject({ colour: 'amber', fix: { code: 'minimum-age' } });
  });
});

describe('a claim that names nobody, or several', () => {
  it('says as what and where it was looked for', async () => {
    const product = await withJo();
    const bare = await ask(product, 'no.one');
    expect(bare).toMatchObject({ kind: 'nobody' });
    expect(bare).toHaveProperty(
      'sentences.0',
      'No account answers to “no.one”. It was looked for as a user name or an employee number (employeeID), in CORP.',
    );
    const other = aProduct({
      domains: [
        { netbiosName: 'CORP', dnsName: 'corp.example', upnSuffixes: [] },
        { netbiosName: 'LAB', dnsName: 'lab.example', upnSuffixes: [] },
      ],
    });
    expect(await ask(other, 'corp\\no.one')).toMatchObject({
      sentences: [
        expect.stringContaining('It was looked for as DOMAIN\\user, in CORP.'),
        'It was not looked for in LAB; for that, type LAB\\user.',
        expect.stringContaining('latchkey doctor'),
      ],
    });
  });

  it('names all of them and says what to change', async () => {
    const product = aProduct({ claims: { ...aProduct().configuration.claims, mail: true } });
    for (const username of ['jo', 'joanna'])
      product.script.add(anAccount(username, { mail: 'jo@example.com' }));
    const answer = await ask(product, 'jo@example.com');
    expect(answer).toEqual({
      kind: 'ambiguous',
      names: ['CORP\\jo', 'CORP\\joanna'],
      sentences: [
        '“jo@example.com” names more than one account: CORP\\jo and CORP\\joanna. To people it names nobody.',
        'Change the user principal name or the mail attribute of all but one of them, or have people type CORP\\jo instead.',
      ],
    });
  });

  it('finds for administrators whom people may not name so, and says that', async () => {
    const product = await withJo({}, { account: { mail: 'jo@example.com' } });
    const answer = await ask(product, 'jo@example.com');
    expect(answer).toMatchObject({ kind: 'somebody', explanation: { colour: 'green' } });
    expect(answer).toHaveProperty(
      'unaccepted',
      'Whoever types “jo@example.com” is not found here, for people may type a user name of the default domain, DOMAIN\\user or a user principal name. Have them type CORP\\jo, or let more be typed: claims in the settings.',
    );
    expect(await ask(product, 'jo')).not.toHaveProperty('unaccepted');
  });

  it('tells of an account that goes while it is looked at', async () => {
    const product = await withJo();
    const ports = {
      ...product.ports,
      directory: { ...product.ports.directory, rights: () => Promise.resolve(undefined) },
    };
    expect(await explainPerson(ports, { kind: 'account-name', name: 'jo' })).toMatchObject({
      explanation: { colour: 'red', fix: { code: 'gone' } },
    });
  });
});
