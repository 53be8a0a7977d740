import { countingDynamoDb, type RequestCount } from '../../support/count-requests.ts';
import { countedPorts } from '../../support/watched-ports.ts';
import { flowOf, startedWithCode, startJson } from './json-client.ts';
import type { Answered } from './over-http.ts';
import { pageClient } from './page-client.ts';
import { withoutRandom } from './without-random.ts';
import { startRunning, type Running, type RunningOptions } from './running.ts';

/** Latchkey whose every piece of work is counted. */
export interface WatchedRunning extends Running {
  /** How often what was done so far, by name: ports, DynamoDB, KMS and the directory. */
  work(): Readonly<Record<string, number>>;
}

export async function startWatched(options: RunningOptions): Promise<WatchedRunning> {
  let calls: () => Readonly<Record<string, number>> = () => ({});
  const wrap: RunningOptions['wrap'] = (plain) => {
    const counted = countedPorts(options.wrap?.(plain) ?? plain);
    calls = counted.counts;
    return counted.ports;
  };
  const running = await startRunning({ ...options, wrap });
  const { store, aws } = running;
  const requests: RequestCount | undefined =
    store.kind === 'dynamodb' ? countingDynamoDb(store.client) : undefined;
  const work = () => ({
    ...named('', calls()),
    ...named('DynamoDB.', requests?.byOperation ?? {}),
    ...named('', aws.counts()),
    ...named('LDAP.', running.lookAlike().counts()),
    ...(options.second && named('NORD.LDAP.', running.second().counts())),
  });
  return { ...running, work };
}

const named = (prefix: string, counts: object): Record<string, number> =>
  Object.fromEntries(Object.entries(counts).map(([name, count]) => [prefix + name, Number(count)]));

/** One step of a recovery as somebody at the other end of the wire meets it, and what it took. */
export interface Step {
  readonly name: string;
  /** Status, headers and body, without what is random. */
  readonly seen: string;
  readonly work: Readonly<Record<string, number>>;
}

type Take = (name: string, answer: Promise<Answered>) => Promise<Answered>;

/** Notes every step that is taken through `take`, with the work it made. */
export function recorder(running: WatchedRunning) {
  const steps: Step[] = [];
  const take: Take = async (name, asked) => {
    const before = running.work();
    const answer = await asked;
    steps.push({ name, seen: withoutRandom(answer), work: difference(before, running.work()) });
    return answer;
  };
  return { steps, take };
}

const difference = (before: Readonly<Record<string, number>>, after: Readonly<Record<string, number>>) =>
  Object.fromEntries(
    Object.entries(after)
      .map(([name, count]) => [name, count - (before[name] ?? 0)] as const)
      .filter(([, count]) => count !== 0)
      .toSorted(([one], [other]) => one.localeCompare(other)),
  );

const WRONG = { 'first-concert': 'nobody', 'childhood-street': 'no lane', 'first-teacher': 'no teacher' };

/** Everything that can be asked over JSON without a right proof, up to the ends of both limits. Takes seven tries. */
export async function askedOverJson(running: WatchedRunning, username: string): Promise<readonly Step[]> {
  const { steps, take } = recorder(running);
  const flow = flowOf(running, await take('start', startJson(running, username)));
  await take('where it stands', flow.stands());
  await take('wrong answers', flow.answers(WRONG));
  await take('a code without one sent', flow.code('00000000'));
  for (const nth of ['first', 'second', 'third', 'fourth']) await take(`${nth} send`, flow.send());
  await take('wrong code', flow.code('00000000'));
  await take('reset without proof', flow.reset('Quiet-Harbour-42-x'));
  await take('unlock without proof', flow.unlock());
  await take('wrong answers again', flow.answers(WRONG));
  await take('the last try', flow.answers(WRONG));
  await take('a try too many', flow.answers(WRONG));
  await take('a send too late', flow.send());
  await take('where it ended', flow.stands());
  const starting = startJson(running, username, { send: 'email-code' });
  const second = flowOf(running, await take('start with a code', starting));
  await take('another try', second.answers(WRONG));
  await take('the last of the person', second.code('00000000'));
  await take('one too many for the person', second.answers(WRONG));
  return steps;
}

const FORM = Object.fromEntries(Object.entries(WRONG).map(([id, text]) => [`answer.${id}`, text]));

/** The same on pages. Takes five tries. */
export async function askedOnPages(running: WatchedRunning, username: string): Promise<readonly Step[]> {
  const { steps, take } = recorder(running);
  const { get, post } = pageClient(running);
  await take('who are you', get('/recover'));
  await take('start', post('/recover', { username }));
  for (const page of ['methods', 'security-answers', 'action']) await take(page, get(`/recover/${page}`));
  await get('/recover/security-answers');
  await take('wrong answers', post('/recover/security-answers', FORM));
  await take('a blank answer', post('/recover/security-answers', { ...FORM, 'answer.first-concert': ' ' }));
  await take('code page', get('/recover/email-code'));
  for (const nth of ['first', 'second', 'third', 'fourth'])
    await take(`${nth} send`, post('/recover/email-code/send', {}));
  await take('code page after it', get('/recover/email-code'));
  await take('wrong code', post('/recover/email-code', { code: '00000000' }));
  await take('no code at all', post('/recover/email-code', { code: 'what code' }));
  await take('wrong answers again', post('/recover/security-answers', FORM));
  await take('once more', post('/recover/security-answers', FORM));
  await take('the last try', post('/recover/security-answers', FORM));
  await take('a try too many', post('/recover/security-answers', FORM));
  await take('where it ended', get('/recover/methods'));
  await take('done?', get('/recover/done'));
  return steps;
}

/** Starts flows for a name until the caches of the process are warm; no two people share what is warmed. */
export const warmUp = async (running: WatchedRunning, username: string): Promise<void> => {
  const flow = await startedWithCode(running, username);
  await flow.answers(WRONG);
};

/** Where two ways differ, one sentence for each step. */
export function differences(known: readonly Step[], other: readonly Step[]): readonly string[] {
  return known.flatMap(({ name, seen, work }, at) => {
    const step = other[at];
    if (!step) return [`${name}: missing`];
    return [
      ...(step.seen === seen ? [] : [`${name}: ${firstDifference(seen, step.seen)}`]),
      ...(JSON.stringify(step.work) === JSON.stringify(work)
        ? []
        : [`${name}: took ${JSON.stringify(step.work)} instead of ${JSON.stringify(work)}`]),
    ];
  });
}

function firstDifference(one: string, other: string): string {
  const lines = other.split('\n');
  const at = one.split('\n').findIndex((line, index) => line !== lines[index]);
  return `"${one.split('\n')[at] ?? ''}" became "${lines[at] ?? ''}"`;
}
