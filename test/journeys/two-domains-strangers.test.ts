import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { CAST, SECOND_CAST, type CastMember } from '../../local/people.ts';
import { countingHasher } from '../support/counting-hasher.ts';
import { flowOf, sendAll, startedWithCode, startJson } from './proofs/json-client.ts';
import { northerners } from './proofs/northerners.ts';
import { codeIn } from './proofs/over-http.ts';
import { pageClient } from './proofs/page-client.ts';
import { trySignIn } from './proofs/registering.ts';
import {
  askedOnPages,
  askedOverJson,
  differences,
  startWatched,
  warmUp,
  type Step,
  type WatchedRunning,
} from './proofs/strangers.ts';
import { withoutRandom } from './proofs/without-random.ts';

const QUARTER = 16 * 60_000;
const [BY_MAIL, BY_NUMBER, BY_NAME, SIGNED, UP] = northerners(5) as readonly [
  CastMember,
  CastMember,
  CastMember,
  CastMember,
  CastMember,
];
const [WARM] = northerners(1, {}, 'liv') as readonly [CastMember];

/** What is typed in one form: somebody's, and in which ways it is nobody's. */
const FORMS = {
  'mail addresses': {
    known: BY_MAIL.mail ?? '',
    strangers: {
      unknown: 'nobody.at.all@letters.example.net',
      'of two in the other domain': 'front.desk@nord.example.test',
      'one’s principal name and the other’s address': 'alice@corp.example.test',
      'of a privileged account': 'anna.kowalska@corp.example.test',
    },
  },
  'employee numbers': {
    known: BY_NUMBER.employeeId ?? '',
    strangers: { unknown: '770099', 'of one in each domain': '104217' },
  },
  'names of the other domain': {
    known: `NORD\\${BY_NAME.username}`,
    strangers: {
      unknown: 'NORD\\nobody.at.all',
      'not registered': 'NORD\\erik',
      privileged: 'NORD\\Administrator',
      'an account of our own': 'NORD\\svc-latchkey-reset',
      'of somebody in the default domain': 'NORD\\sofia',
    },
  },
} as const;

const opening = (running: WatchedRunning) => ({
  json: (name: string) => startJson(running, name).then(withoutRandom),
  pages: async (name: string) => {
    const { get, post } = pageClient(running);
    await get('/recover');
    return withoutRandom(await post('/recover', { username: name }));
  },
  'a sign-in': (name: string) =>
    trySignIn(running, { username: name, password: UP.password }).then(withoutRandom),
});

describe('strangers before two domains', () => {
  let running: WatchedRunning;
  const overJson = new Map<string, readonly Step[]>();
  const onPages = new Map<string, readonly Step[]>();
  const stepsOf = (name: string) => ({ json: overJson.get(name) ?? [], pages: onPages.get(name) ?? [] });

  beforeAll(async () => {
    running = await startWatched({
      people: CAST,
      second: [...SECOND_CAST, BY_MAIL, BY_NUMBER, BY_NAME, SIGNED, UP, WARM],
      wrap: (ports) => ({ ...ports, hasher: countingHasher() }),
    });
    running.clock.hold();
    await warmUp(running, `NORD\\${WARM.username}`);
    const names = Object.values(FORMS).flatMap(({ known, strangers }) => [
      known,
      ...Object.values(strangers),
    ]);
    // The clock stands still: times that are told are the same for all.
    for (const name of names) overJson.set(name, await askedOverJson(running, name));
    running.clock.pass(QUARTER);
    for (const name of names) onPages.set(name, await askedOnPages(running, name));
    running.clock.pass(QUARTER);
  }, 120_000);
  afterAll(() => running?.stop());

  describe.each(Object.entries(FORMS))('by %s', (_, { known, strangers }) => {
    it.each(Object.entries(strangers))('%s get the same bytes and work as somebody known', (__, name) => {
      const [somebody, stranger] = [stepsOf(known), stepsOf(name)];
      expect(differences(somebody.json, stranger.json)).toEqual([]);
      expect(differences(somebody.pages, stranger.pages)).toEqual([]);
    });
  });

  it('were looked for in every domain they may be of, and walked the whole way', () => {
    const started = (name: string) => stepsOf(name).json.find((step) => step.name === 'start');
    expect(started('front.desk@nord.example.test')?.work).toMatchObject({
      'LDAP.searches': 2,
      'NORD.LDAP.searches': 2,
    });
    const inSecond = started('NORD\\nobody.at.all')?.work;
    expect(inSecond).toMatchObject({ 'NORD.LDAP.searches': 2 });
    expect(inSecond).not.toHaveProperty('LDAP.searches');
    expect(stepsOf('104217').json.map(({ seen }) => seen.split('\n')[0])).toContain('429');
  });

  it('prove nothing, whatever they know, and get no code, where what is typed names two', async () => {
    const known = CAST.find(({ username }) => username === 'alice') ?? expect.fail('nobody is called alice');
    const ragna = SECOND_CAST.find(({ username }) => username === 'ragna') ?? expect.fail('where is ragna?');
    for (const [typed, { answers = {} }] of [
      ['alice@corp.example.test', known],
      ['front.desk@nord.example.test', ragna],
    ] as const) {
      const flow = await startedWithCode(running, typed);
      expect([typed, codeIn(await flow.answers(answers))]).toEqual([typed, 'proof-wrong']);
    }
    await sendAll(running);
    const addresses = running.mailbox.messages().map(({ to }) => to);
    expect(addresses).not.toContain(known.personalMail);
    expect(addresses).not.toContain(ragna.personalMail);
    // And by their own name they do.
    const own = flowOf(running, await startJson(running, 'NORD\\ragna'));
    expect(codeIn(await own.answers(ragna.answers ?? {}))).toBe('done');
  });

  it('try a password in the domain that was typed, with the same bytes and work', async () => {
    const tried = async (name: string) => {
      const before = running.work();
      const answer = await trySignIn(running, { username: name, password: 'Not-Theirs-4-x' });
      const work = Object.entries(running.work())
        .map(([what, times]) => [what, times - (before[what] ?? 0)] as const)
        .filter(([, times]) => times > 0);
      return { seen: withoutRandom(answer), work: Object.fromEntries(work) };
    };
    const known = await tried(`NORD\\${SIGNED.username}`);
    expect(known.work).toMatchObject({ 'passwords.tryPassword': 1, 'NORD.LDAP.bindsRefused': 1 });
    expect(Object.keys(known.work).filter((what) => what.startsWith('LDAP.'))).toEqual([]);
    for (const name of ['NORD\\nobody.at.all', 'NORD\\sofia', 'NORD\\Administrator'])
      expect([name, await tried(name)]).toEqual([name, known]);
  });

  describe('while the second domain is down', () => {
    beforeAll(() => running.second().misbehave('cut'));
    afterEach(() => running.clock.pass(QUARTER));
    afterAll(() => running.second().misbehave(undefined));

    it.each(['json', 'pages', 'a sign-in'] as const)(
      'everybody who may be of it reads the same (%s), whoever they are',
      async (face) => {
        const ask = opening(running)[face];
        const same = [
          [`NORD\\${UP.username}`, 'NORD\\nobody.at.all', 'NORD\\Administrator', 'nord.example.test\\sofia'],
          [UP.mail ?? '', 'front.desk@nord.example.test', 'alice@corp.example.test', 'no.one@example.org'],
          [UP.employeeId ?? '', '104217', '770099', 'alice', 'nobody.at.all'],
        ];
        const seen = new Set<string>();
        for (const names of same)
          for (const name of names) seen.add((await ask(name)).replaceAll(name, 'NAME'));
        expect([...seen].map((answer) => answer.split('\n')[0])).toEqual(['503']);
      },
    );

    it('people of the default domain go on, by what can only be theirs', async () => {
      const seen = new Set<string>();
      for (const name of ['CORP\\sofia', 'CORP\\nobody.at.all', 'corp.example.test\\alice']) {
        const answer = await startJson(running, name);
        expect([name, answer.status]).toEqual([name, 201]);
        seen.add(withoutRandom(answer));
      }
      expect(seen.size).toBe(1);
    });
  });

  it('are served again as soon as it is back', async () => {
    expect(codeIn(await startJson(running, UP.mail ?? ''))).toBe('done');
  });
});
