import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Call, ConfigurationDocument } from '../../client/client.ts';
import { ADMINISTRATORS } from '../../local/cast/administrators.ts';
import { countingHasher } from '../support/counting-hasher.ts';
import { administratorAt, published, reported } from './proofs/administering.ts';
import { freshPeople } from './proofs/fresh-people.ts';
import { codeFor, flowOf, provenFlow, sendAll, startJson, type JsonFlow } from './proofs/json-client.ts';
import { codeIn, jsonIn, type Answered } from './proofs/over-http.ts';
import { atRegistration, trySignIn } from './proofs/registering.ts';
import { startWatched, type WatchedRunning } from './proofs/strangers.ts';
import { withoutRandom } from './proofs/without-random.ts';

/** People of one group, not registered yet; each with a name of their own, or they would be one object to the directory. */
const inGroup = (prefix: string, count: number, ...groups: readonly string[]) =>
  freshPeople(count, { groups, enrolled: false }, prefix).map((who) => ({
    ...who,
    displayName: `Robin ${who.username}`,
  }));
const SALES = inGroup('sales', 4, 'Sales-EMEA');
const OTHERS = inGroup('other', 2, 'Latchkey-Users');
/** Registered like anybody, before their group was blocked. */
const BLOCKED = inGroup('blocked', 2, 'VIPs');
const NEVER = inGroup('never', 1);
const GROUP = ['school-neighbour', 'teacher-nickname', 'bedtime-toy', 'childhood-friend'] as const;
const ANSWERS = {
  'first-concert': 'the quiet lighthouse',
  'first-wages': 'a second-hand cello',
  'teacher-nickname': 'the old badger',
  'bedtime-toy': 'colonel whiskers',
};

/** Two questions for everybody, two of four by choice; Sales proves itself otherwise than the rest. */
const setUp = (document: ConfigurationDocument): ConfigurationDocument => {
  const [everyone, ...others] = document.userConfigurations;
  if (!everyone) throw new Error('there is no user configuration');
  const { unlock } = everyone.actions;
  const byCode = { offered: true, required: ['email-code' as const], optional: [], minimumOptional: 0 };
  const groups = [{ name: 'CORP\\Sales', sid: '' }];
  return {
    ...document,
    groups: [{ id: 'childhood', name: 'Childhood', answer: 2, questions: [...GROUP] }],
    questionnaire: {
      items: [{ question: 'first-concert' }, { question: 'first-wages' }, { group: 'childhood' }],
      minimumAnswers: 4,
      maskAnswers: true,
    },
    userConfigurations: [
      {
        ...everyone,
        id: 'sales',
        name: 'Sales',
        include: { users: [], groups, units: [] },
        actions: { unlock: byCode, reset: everyone.actions.reset },
      },
      { ...everyone, actions: { unlock, reset: { ...unlock, offered: false } } },
      ...others,
    ],
  };
};

/** A document as it is written by hand: a group by its name alone. */
const byName = (document: ConfigurationDocument, change: (document: ConfigurationDocument) => object) =>
  JSON.parse(JSON.stringify(change(document)).replaceAll(',"sid":""', '')) as ConfigurationDocument;

const QUARTER = 16 * 60_000;

interface Step {
  readonly name: string;
  readonly seen: string;
  readonly work: Readonly<Record<string, number>>;
}

describe('user configurations, a group of questions and a block list in force', () => {
  let running: WatchedRunning;
  let ada: Call;

  /** Registers somebody as they would themselves: answers, and an address with the code that was sent there. */
  const register = async (who: (typeof SALES)[number], language = 'en'): Promise<void> => {
    const visit = await atRegistration(running, who, language);
    expect((await visit.answer(ANSWERS)).status).toBe(200);
    const address = who.personalMail ?? '';
    await visit.propose(address);
    const confirmed = await visit.confirm(await codeFor(running, address));
    expect(jsonIn(confirmed)).toMatchObject({ enough: true });
  };
  const withAnswers = (who: (typeof SALES)[number]) => ({ ...who, answers: ANSWERS });
  const one = (people: typeof SALES, index = 0) => people[index] ?? missing();

  beforeAll(async () => {
    running = await startWatched({
      people: [...ADMINISTRATORS, ...SALES, ...OTHERS, ...BLOCKED, ...NEVER],
      wrap: (ports) => ({ ...ports, hasher: countingHasher() }),
    });
    ada = await administratorAt(running, 'ada');
    await published(ada, (document) => byName(document, setUp), {
      earlierUntil: new Date(running.clock.now() + QUARTER).toISOString(),
    });
    for (const who of [...SALES, ...OTHERS, ...BLOCKED]) await register(who);
    await published(ada, (document) =>
      byName(document, (now) => ({
        ...now,
        blockList: [...now.blockList, { group: { name: 'CORP\\VIPs' }, reason: 'Under audit' }],
      })),
    );
    running.clock.pass(QUARTER);
    ada = await administratorAt(running, 'ada');
  }, 120_000);
  afterAll(() => running?.stop());

  it('lets a person of the group recover, by the way their user configuration says', async () => {
    const who = withAnswers(one(SALES));
    const flow = flowOf(running, await startJson(running, who.username, { send: 'email-code' }));
    await flow.code(await codeFor(running, who.personalMail ?? ''));
    expect(jsonIn(await flow.stands())).toMatchObject({
      actions: { unlock: { allowed: true }, reset: { allowed: false, missing: ['security-answers'] } },
    });
    expect((await flow.answers(ANSWERS)).status).toBe(200);
    expect(jsonIn(await flow.reset('Quiet-Harbour-42-x'))).toMatchObject({ result: 'done' });
  });

  it('offers others no more than theirs says', async () => {
    const flow = await provenFlow(running, withAnswers(one(OTHERS)));
    expect(jsonIn(await flow.stands())).toMatchObject({
      actions: { unlock: { allowed: true }, reset: { allowed: false, offered: false } },
    });
    expect(codeIn(await flow.reset('Quiet-Harbour-42-x'))).toBe('action-not-offered');
  });

  it('shows somebody of a blocked group what it shows a stranger, somebody known and somebody not registered', async () => {
    running.clock.pass(QUARTER);
    running.clock.hold();
    // What is only done once, by whoever comes first.
    await walked(running, one(SALES, 3).username);
    const known = await walked(running, one(SALES, 1).username);
    for (const name of [
      one(BLOCKED).username,
      one(BLOCKED, 1).username,
      'nobody.at.all',
      'never0',
      one(OTHERS, 1).username,
    ])
      expect([name, await walked(running, name)]).toEqual([name, known]);
    expect(known.map(({ name }) => name)).toContain('a try too many');
    expect(known.find(({ name }) => name === 'wrong answers')?.work).toMatchObject({ 'hasher.hash': 4 });
    running.clock.release();
  });

  it('asks a stranger what somebody who registered could be asked, the same each time', async () => {
    running.clock.pass(4 * QUARTER);
    const asked = async (username: string) =>
      questionsIn(await startJson(running, username)).map(({ id }) => id);
    for (const name of [one(BLOCKED).username, 'nobody.at.all', 'never0', 'CORP\\nobody.else']) {
      const ids = await asked(name);
      expect(ids).toHaveLength(4);
      expect(ids.slice(0, 2)).toEqual(['first-concert', 'first-wages']);
      expect(ids.slice(2).every((id) => (GROUP as readonly string[]).includes(id))).toBe(true);
      expect(await asked(name)).toEqual(ids);
    }
  });

  it('tells somebody of a blocked group that nothing is offered only for their own password', async () => {
    const { username, password } = one(BLOCKED);
    const guessed = await trySignIn(running, { username, password: 'Not-Theirs-At-All-4' });
    const nobody = await trySignIn(running, { username: 'nobody.at.all', password });
    expect(withoutRandom(guessed)).toBe(withoutRandom(nobody));
    const own = await trySignIn(running, { username, password });
    expect([own.status, codeIn(own)]).toEqual([403, 'account-not-offered']);
    expect(jsonIn(own)).not.toHaveProperty('handle');
  });

  it('revoked, a person is told, is a stranger from then on, and the report and the trail show it', async () => {
    ada = await administratorAt(running, 'ada');
    const who = one(SALES, 2);
    const before = (await reported(ada)).get(who.username);
    expect(before).toMatchObject({ status: 'registered', userConfiguration: 'sales' });
    const body = { people: [before?.person ?? missing()], reason: 'A lost telephone' };
    expect(await ada('POST /api/admin/registrations/revoke', { body })).toMatchObject({
      results: [{ result: 'revoked' }],
    });
    await sendAll(running);
    const letter = running.mailbox.messages().findLast(({ to }) => to === who.personalMail);
    expect(letter?.text).toContain('removed');

    running.clock.hold();
    const gone = await walked(running, who.username);
    expect(gone).toEqual(await walked(running, 'somebody.else'));
    running.clock.release();

    const rows = await reported(ada);
    expect(rows.get(who.username)).toMatchObject({ status: 'never', methods: [] });
    expect(rows.get(one(BLOCKED).username)).toMatchObject({ status: 'blocked' });
    expect(rows.get(one(OTHERS).username)).toMatchObject({
      status: 'registered',
      userConfiguration: 'everyone',
    });
    const query = { username: who.username, kinds: 'registration-revoked' };
    const { events } = await ada('GET /api/admin/trail', { query });
    expect(events).toMatchObject([{ by: 'CORP\\ada', says: expect.stringContaining('A lost telephone') }]);
  });
});

/** Everything that can be asked without a right proof, until the flow takes nothing any more. */
async function walked(running: WatchedRunning, username: string): Promise<readonly Step[]> {
  const steps: Step[] = [];
  const take = async (name: string, asking: () => Promise<Answered>): Promise<Answered> => {
    const before = running.work();
    const answer = await asking();
    steps.push({ name, seen: withoutChoice(answer), work: difference(before, running.work()) });
    return answer;
  };
  const started = await take('start', () => startJson(running, username));
  const flow: JsonFlow = flowOf(running, started);
  const wrong = Object.fromEntries(questionsIn(started).map(({ id }) => [id, 'nothing of the kind']));
  await take('where it stands', () => flow.stands());
  await take('wrong answers', () => flow.answers(wrong));
  await take('answers to what is not asked', () => flow.answers({ 'first-trip': 'a', 'lost-thing': 'b' }));
  await take('a code', () => flow.send());
  await take('a wrong code', () => flow.code('00000000'));
  await take('unlock', () => flow.unlock());
  await take('reset', () => flow.reset('Quiet-Harbour-42-x'));
  for (const nth of ['third', 'fourth', 'fifth']) await take(`the ${nth} try`, () => flow.answers(wrong));
  await take('a try too many', () => flow.answers(wrong));
  await take('where it ended', () => flow.stands());
  return steps;
}

interface Put {
  readonly id: string;
}

const questionsIn = (answer: Answered): readonly Put[] => {
  const { methods = [] } = jsonIn(answer) as { methods?: readonly { questions?: readonly Put[] }[] };
  return methods.flatMap(({ questions = [] }) => questions);
};

/** An answer as bytes, but for what is random, and for which questions of the group were chosen: everybody chooses for themselves. */
function withoutChoice(answer: Answered): string {
  const put = questionsIn(answer);
  const body = put.reduce(
    (text, question) => text.replace(JSON.stringify(question), '"question"'),
    answer.body,
  );
  const headers = answer.headers.map(([name, value]): [string, string] =>
    put.length > 0 && name.toLowerCase() === 'content-length' ? [name, ''] : [name, value],
  );
  return withoutRandom({ ...answer, headers, body });
}

const difference = (before: Readonly<Record<string, number>>, after: Readonly<Record<string, number>>) =>
  Object.fromEntries(
    Object.entries(after)
      .map(([name, count]) => [name, count - (before[name] ?? 0)] as const)
      .filter(([, count]) => count !== 0)
      .toSorted(([a], [b]) => a.localeCompare(b)),
  );

function missing(): never {
  throw new Error('nobody of that number is there');
}
