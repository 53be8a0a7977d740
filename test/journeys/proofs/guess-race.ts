import type { CastMember } from '../../../local/people.ts';
import { many, tally } from './at-once.ts';
import type { CountedRunning } from './counted-running.ts';
import { flowOf, startedWithCode, startJson, type JsonFlow } from './json-client.ts';
import { spellingsOf } from './spellings.ts';

/** What became of many wrong guesses at once. */
export interface GuessRace {
  /** Guesses that were truly looked at. */
  readonly evaluated: number;
  readonly cap: number;
  /** How often each code was answered. */
  readonly answered: Readonly<Record<string, number>>;
}

const QUESTIONS = 3;
const WRONG = { 'first-concert': 'nobody', 'childhood-street': 'no lane', 'first-teacher': 'no teacher' };

/** Many wrong answers at once on one flow. */
export async function raceAnswers(
  running: CountedRunning,
  { username }: CastMember,
  parallel: number,
): Promise<GuessRace> {
  const flow = flowOf(running, await startJson(running, username));
  return race(running, running.limits.triesPerFlow, () => many(parallel, () => flow.answers(WRONG)));
}

/** Many wrong codes at once on one flow. */
export async function raceCodes(
  running: CountedRunning,
  { username }: CastMember,
  parallel: number,
): Promise<GuessRace> {
  const flow = await startedWithCode(running, username);
  // One of 10^8 is right; all the same is wrong 99,999,999 times in 100,000,000.
  return race(running, running.limits.triesPerFlow, () => many(parallel, () => flow.code('00000000')));
}

/** Many wrong answers at once, spread over one flow for each spelling of the name. */
export async function raceAcrossFlows(
  running: CountedRunning,
  member: CastMember,
  parallel: number,
): Promise<GuessRace> {
  const flows: JsonFlow[] = [];
  for (const spelling of spellingsOf(member)) flows.push(flowOf(running, await startJson(running, spelling)));
  const guess = (index: number) => (flows[index % flows.length] ?? flows[0])?.answers(WRONG);
  return race(running, running.limits.triesPerPerson, () =>
    many(parallel, async (index) => guess(index) ?? Promise.reject(new Error('no flow'))),
  );
}

async function race(
  { clock, looks }: CountedRunning,
  cap: number,
  run: () => Promise<readonly string[]>,
): Promise<GuessRace> {
  // The person's window must not end in the middle: at its edge two caps are allowed (docs/decisions/0005).
  clock.hold();
  const before = looks();
  const codes = await run();
  const after = looks();
  clock.release();
  const evaluated = (after.hashes - before.hashes) / QUESTIONS + (after.codes - before.codes);
  return { evaluated, cap, answered: tally(codes) };
}

/** What is wrong with a race of guesses; nothing when the cap held and every answer was true. */
export function wrongGuessing({ evaluated, cap, answered }: GuessRace): readonly string[] {
  const others = Object.keys(answered).filter(
    (code) => !['proof-wrong', 'flow-refused', 'slow-down'].includes(code),
  );
  return [
    ...(evaluated > cap ? [`${evaluated} guesses were looked at; the cap is ${cap}`] : []),
    ...(evaluated === 0 ? ['no guess was looked at: nothing was proven'] : []),
    ...(answered['proof-wrong'] === evaluated ? [] : ['not every answer says what happened']),
    ...others.map((code) => `unexpected answer ${code}`),
  ];
}
