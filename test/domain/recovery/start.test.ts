import { describe, expect, it } from 'vitest';
import { readClaim } from '../../../domain/recovery/claim.ts';
import { offerProof } from '../../../domain/recovery/offer-proof.ts';
import { repairAccount } from '../../../domain/recovery/repair.ts';
import { sendCode } from '../../../domain/recovery/send-code.ts';
import type { CodeMethod } from '../../../domain/verification/method.ts';
import { codeOffer } from '../../../domain/verification/methods/issued-code.ts';
import { answersOffer } from '../../../domain/verification/methods/security-answers.ts';
import { whereItStands } from '../../../domain/recovery/standing.ts';
import { startRecovery, type Started } from '../../../domain/recovery/start.ts';
import {
  anAudience,
  aUserConfiguration,
  blockOf,
  blockOfGroup,
  notOffered,
  type ConfigurationChanges,
} from '../../support/configured.ts';
import { answersOf, enrolled } from '../../support/enrolled.ts';
import { aConfiguration, aProduct, MINUTE, NOW, type Product } from '../../support/product.ts';
import { RESET, SOURCE, started } from '../../support/recovering.ts';
import { AMERICAN, BRITISH } from '../../support/texting.ts';
import { anAccount, sidOf } from '../../support/scripted-account.ts';
import { countedPorts } from '../../support/watched-ports.ts';

const CONTRACTORS = sidOf(1301);
const ROBOTS = sidOf(1302);
/** Where codes go. */
const codesTo = (addresses: 'confirmed' | 'confirmed-or-directory'): ConfigurationChanges => {
  const { methods } = aConfiguration().document;
  return { document: { methods: { ...methods, 'email-code': { on: true, addresses } } } };
};
/** The same by text message; answers and mailboxes are asked for as ever. */
const textsTo = (numbers: 'confirmed' | 'confirmed-or-directory'): ConfigurationChanges => {
  const { methods } = aConfiguration().document;
  const textMessages = { countries: ['GB', 'US'], numbers, perHour: 100, perDay: 100 };
  return { document: { methods: { ...methods, 'sms-code': { on: true } }, textMessages } };
};

/** One of each kind of person that somebody may ask for. */
async function aCrowd({ document, ...changes }: ConfigurationChanges = {}): Promise<Product> {
  const nothing = aUserConfiguration('nothing', {
    include: anAudience({ groups: [{ name: 'CORP\\Robots', sid: ROBOTS }] }),
    actions: { unlock: notOffered, reset: notOffered },
  });
  const { userConfigurations } = aConfiguration().document;
  const product = aProduct({
    ...changes,
    document: {
      blockList: [blockOf(anAccount('blocked')), blockOfGroup(CONTRACTORS)],
      userConfigurations: [nothing, ...userConfigurations],
      ...document,
    },
  });
  await enrolled(product, 'known');
  await enrolled(product, 'mailless', { addresses: [] });
  await enrolled(product, 'blocked');
  await enrolled(product, 'contractor', { account: { groups: [CONTRACTORS] } });
  await enrolled(product, 'robot', { account: { groups: [ROBOTS] } });
  await enrolled(product, 'admin', { account: { groups: [sidOf(512)] } });
  await enrolled(product, 'svc-selfservice');
  await enrolled(product, 'outsider', { account: { distinguishedName: 'CN=outsider,DC=corp,DC=example' } });
  await enrolled(product, 'mobile', { phones: [BRITISH] });
  await enrolled(product, 'listed', { account: { mobile: '07400 123456' } });
  product.script.add(anAccount('newcomer', { mail: 'newcomer@corp.example', mobile: AMERICAN }));
  return product;
}

const STRANGERS = [
  ['nobody', 'unknown'],
  ['newcomer', 'not-enrolled'],
  ['blocked', 'blocked'],
  ['contractor', 'blocked'],
  ['robot', 'not-offered'],
  ['admin', 'privileged'],
  ['svc-selfservice', 'own-account'],
  ['outsider', 'out-of-scope'],
] as const;

/** Everything one can do with a name and no secret, and how often each port was called for it. */
async function aWrongAttempt(
  product: Product,
  name: string,
  source: string,
  method: CodeMethod = 'email-code',
) {
  const { ports, counts } = countedPorts(product.ports);
  const claim = readClaim(name);
  if (!claim) throw new Error(`${name} can name nobody`);
  const start = await startRecovery(ports, { claim, source, language: 'en', sendCode: method });
  if (start.kind !== 'started') throw new Error('too many starts');
  const { key } = start.flow;
  const answers = answersOf('somebody else');
  const said = [
    await sendCode(ports, key, method),
    await offerProof(ports, key, source, codeOffer(ports, method, '00000000')),
    await offerProof(ports, key, source, answersOffer(ports, answers)),
    await repairAccount(ports, { key, source, operation: 'operation-1' }, RESET),
    await repairAccount(ports, { key, source, operation: 'operation-2' }, { action: 'unlock' }),
    await whereItStands(ports, key),
  ];
  return { start, counts: counts(), said };
}

const HIDDEN = 'key reference person userConfiguration mailboxes phones outbox codes source'.split(' ');

/** What was answered, without the few things that are random or only the store's. */
const shown = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value, (name, part: unknown) => (HIDDEN.includes(name) ? undefined : part)));

describe.each([
  ['confirmed addresses only', 'confirmed'],
  ["the directory's addresses too", 'confirmed-or-directory'],
] as const)('a stranger, where codes go to %s,', (_where, addresses) => {
  it.each(STRANGERS)(
    'costs the same calls and is told the same as somebody known: %s',
    async (name, kind) => {
      const product = await aCrowd(codesTo(addresses));
      const known = await aWrongAttempt(product, 'known', '192.0.2.1');
      const stranger = await aWrongAttempt(product, name, '192.0.2.2');
      expect(known.start).not.toHaveProperty('stranger');
      expect(stranger.start.stranger).toBe(kind);
      expect(stranger.counts).toEqual(known.counts);
      expect(shown(stranger.said)).toEqual(shown(known.said));
      expect(product.script.asked()).toBe(0);
    },
  );

  it('costs the same as somebody known without any address', async () => {
    const product = await aCrowd(codesTo(addresses));
    const mailless = await aWrongAttempt(product, 'mailless', '192.0.2.1');
    const stranger = await aWrongAttempt(product, 'nobody', '192.0.2.2');
    expect(stranger.counts).toEqual(mailless.counts);
  });
});

describe.each(['confirmed', 'confirmed-or-directory'] as const)(
  'a stranger, where texts go to numbers that are %s,',
  (numbers) => {
    it.each([...STRANGERS.map(([name]) => name), 'known', 'listed'])(
      'costs the same calls and is told the same as somebody with a number: %s',
      async (name) => {
        const product = await aCrowd(textsTo(numbers));
        const mobile = await aWrongAttempt(product, 'mobile', '192.0.2.1', 'sms-code');
        const other = await aWrongAttempt(product, name, '192.0.2.2', 'sms-code');
        expect(other.counts).toEqual(mobile.counts);
        expect(shown(other.said)).toEqual(shown(mobile.said));
      },
    );

    it('has numbers of the directory texted only where that is allowed', async () => {
      const product = await aCrowd(textsTo(numbers));
      const phonesOf = async (name: string) => {
        const { phones } = await started(product, name);
        return Promise.all(phones.map((phone) => product.ports.opener.open('phone', phone)));
      };
      expect(await phonesOf('mobile')).toEqual([BRITISH]);
      expect(await phonesOf('listed')).toEqual(numbers === 'confirmed' ? [] : [BRITISH]);
      expect(await phonesOf('newcomer')).toEqual([]);
    });
  },
);

describe('a start', () => {
  it('asks each port as often as the page on flows says', async () => {
    const product = await aCrowd();
    const { ports, counts } = countedPorts(product.ports);
    const claim = { kind: 'account-name', name: 'known' } as const;
    await startRecovery(ports, { claim, source: SOURCE, language: 'en' });
    expect(counts()).toEqual({
      'configuration.current': 1,
      'directory.find': 1,
      'enrollments.find': 1,
      'flows.start': 1,
      // The decoy, and a lot for each of three questions.
      'mac.quickTag': 4,
    });
  });

  it('gives the same nobody to the same stranger each time, and no secret of anybody to anyone', async () => {
    const product = await aCrowd();
    const [first, second] = [await started(product, 'blocked'), await started(product, 'CORP\\Blocked')];
    expect(second.person).toEqual(first.person);
    expect(first.person).not.toEqual(product.script.member('blocked').account.person);
    expect(first.mailboxes).toEqual([]);
  });

  it('finds one person under every spelling of the name', async () => {
    const product = await aCrowd();
    const spellings = [
      'known',
      'KNOWN',
      ' known ',
      'CORP\\known',
      'corp\\KNOWN',
      'known@corp.example',
      'ｋｎｏｗｎ',
    ];
    const people = await Promise.all(spellings.map(async (name) => (await started(product, name)).person));
    expect(new Set(people.map(({ guid }) => guid)).size).toBe(1);
  });

  it("sends to the directory's address only where that is configured, and only without a confirmed one", async () => {
    const mail = 'jo@corp.example';
    for (const [addresses, confirmed, expected] of [
      ['confirmed', [], []],
      ['confirmed-or-directory', [], [mail]],
      ['confirmed-or-directory', ['jo@home.example'], ['jo@home.example']],
    ] as const) {
      const product = aProduct(codesTo(addresses));
      await enrolled(product, 'jo', { account: { mail }, addresses: confirmed });
      const { mailboxes } = await started(product, 'jo');
      const opened = mailboxes.map((sealed) => product.ports.opener.open('address', sealed));
      expect(await Promise.all(opened)).toEqual(expected);
    }
  });

  const many = async (product: Product, times: number, source: (i: number) => string): Promise<Started[]> => {
    const claim = { kind: 'account-name', name: 'known' } as const;
    const request = { claim, language: 'en' };
    return Promise.all(
      Array.from({ length: times }, (_, i) =>
        startRecovery(product.ports, { ...request, source: source(i) }),
      ),
    );
  };
  const refusals = (all: readonly Started[]) => all.filter(({ kind }) => kind === 'too-many').length;

  it('is refused to a source that had its hour’s worth, at once or one after the other, and told when to come back', async () => {
    const product = await aCrowd();
    const { startsPerSourceHour } = product.configuration.limits;
    const all = await many(product, startsPerSourceHour + 10, () => SOURCE);
    expect(refusals(all)).toBe(10);
    const refused = all.find((start) => start.kind === 'too-many');
    expect(refused).toEqual({ kind: 'too-many', retryAt: NOW + 55 * MINUTE });
    expect(refusals(await many(product, 1, () => '198.51.100.9'))).toBe(0);
    product.clock.pass(55 * MINUTE);
    expect(refusals(await many(product, 1, () => SOURCE))).toBe(0);
  });

  it('is refused to everyone when all sources together had theirs', async () => {
    const product = await aCrowd({ limits: { startsPerHour: 20 } });
    expect(refusals(await many(product, 50, (i) => `192.0.2.${String(i)}`))).toBe(30);
  });

  it('breaks alike for every name when no domain controller answers', async () => {
    const product = await aCrowd();
    product.script.down(true);
    for (const name of ['known', ...STRANGERS.map(([stranger]) => stranger)])
      await expect(started(product, name)).rejects.toMatchObject({ code: 'directory-unreachable' });
  });
});
