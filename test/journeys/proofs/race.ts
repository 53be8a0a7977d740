import { randomUUID } from 'node:crypto';
import { readClaim } from '../../../domain/recovery/claim.ts';
import type { CastMember } from '../../../local/people.ts';
import { countedPorts } from '../../support/watched-ports.ts';
import { flowOf, provenFlow, sendAll, startedWithCode, startJson, type JsonFlow } from './json-client.ts';
import { codeIn } from './over-http.ts';
import { startRunning, type Running, type RunningOptions } from './running.ts';
import { FIRST_PASSWORD } from './fresh-people.ts';

/** Latchkey whose every evaluated guess is counted. */
export interface CountedRunning extends Running {
  /** How often answers were hashed, and how often a code was compared. */
  looks(): { readonly hashes: number; readonly codes: number };
}

/** Starts Latchkey with a count around the ports that look at proofs; `wrap` may make it worse than it is. */
export async function startCounted(options: RunningOptions): Promise<CountedRunning> {
  let counts: () => Readonly<Record<string, number>> = () => ({});
  const wrap: RunningOptions['wrap'] = (plain) => {
    const counted = countedPorts(options.wrap?.(plain) ?? plain);
    counts = counted.counts;
    return counted.ports;
  };
  const running = await startRunning({ ...options, wrap });
  const looks = () => ({ hashes: counts()['hasher.hash'] ?? 0, codes: counts()['mac.quickMatches'] ?? 0 });
  return { ...running, looks };
}

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

/** Every way in which somebody may be named; all are one claim. */
export const spellingsOf = ({ username, upn }: Pick<CastMember, 'username' | 'upn'>): readonly string[] => [
  username,
  username.toUpperCase(),
  ` ${username} `,
  `${username}\u00a0`,
  username.replaceAll(/[a-z]/g, (letter) => String.fromCodePoint(letter.charCodeAt(0) + 0xfee0)),
  `CORP\\${username}`,
  `corp\\${username.toUpperCase()}`,
  `CORP \\ ${username}`,
  upn,
  upn.toUpperCase(),
  ` ${upn}`,
  upn.replace('@', '\uff20'),
];

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

type Codes = readonly string[];

async function race(
  { clock, looks }: CountedRunning,
  cap: number,
  run: () => Promise<Codes>,
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

const many = async (
  parallel: number,
  one: (index: number) => Promise<Parameters<typeof codeIn>[0]>,
): Promise<Codes> =>
  (await Promise.all(Array.from({ length: parallel }, (_, index) => one(index)))).map(codeIn);

const tally = (codes: Codes): Readonly<Record<string, number>> => {
  const counts: Record<string, number> = {};
  for (const code of codes) counts[code] = (counts[code] ?? 0) + 1;
  return counts;
};

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

/** What became of many right resets at once. */
export interface ResetRace {
  readonly answered: Readonly<Record<string, number>>;
  /** Resets that reached the directory. */
  readonly resets: number;
  /** Which of the offered passwords open now. */
  readonly opening: number;
  readonly oldOpens: boolean;
  /** Kinds of what the trail holds, with results. */
  readonly trail: readonly string[];
  readonly notices: number;
  readonly sameOperation: boolean;
}

/** Many right resets at once in one proven flow: each an operation and a password of its own, or all the same one. */
export async function raceResets(
  running: CountedRunning,
  member: CastMember,
  parallel: number,
  sameOperation: boolean,
): Promise<ResetRace> {
  const lookAlike = running.lookAlike();
  const flow = await provenFlow(running, member);
  running.mailbox.clear();
  const before = lookAlike.counts().resets;
  const operation = randomUUID();
  const passwordOf = (index: number) => `Quiet-Harbour-${sameOperation ? 0 : index}-x`;
  const codes = await many(parallel, (index) =>
    flow.reset(passwordOf(index), sameOperation ? operation : randomUUID()),
  );
  await sendAll(running);
  const passwords = new Set(codes.map((_, index) => passwordOf(index)));
  const opens = (password: string) => lookAlike.isPassword(member.username, password);
  return {
    answered: tally(codes),
    resets: lookAlike.counts().resets - before,
    opening: [...passwords].filter(opens).length,
    oldOpens: opens(FIRST_PASSWORD),
    trail: (await running.trail(running.person(member.username))).flatMap(({ happening }) =>
      happening.kind === 'change-intended'
        ? ['intended']
        : happening.kind === 'change-settled'
          ? [happening.result]
          : [],
    ),
    notices: running.mailbox.messages().filter(({ to }) => to === member.personalMail).length,
    sameOperation,
  };
}

/** What is wrong with a race of resets; nothing when exactly one change was made, told and written down. */
export function wrongResetting(race: ResetRace): readonly string[] {
  const { answered, resets, opening, oldOpens, trail, notices, sameOperation } = race;
  const done = answered['done'] ?? 0;
  const others = Object.keys(answered).filter(
    (code) => !['done', 'flow-working', 'flow-done'].includes(code),
  );
  return [
    ...(resets === 1 ? [] : [`${resets} resets reached the directory`]),
    ...(opening === 1 && !oldOpens ? [] : [`${opening} of the new passwords open`]),
    ...(done === 1 || (sameOperation && done > 1) ? [] : [`${done} requests were told that they did it`]),
    ...(trail.toSorted().join() === 'done,intended' ? [] : [`the trail says ${trail.join()}`]),
    ...(notices === 1 ? [] : [`${notices} notices were sent`]),
    ...others.map((code) => `unexpected answer ${code}`),
  ];
}

/** Many right codes at once: how often it was told that they held, and how many proofs the flow has. */
export async function raceRightCode(running: CountedRunning, member: CastMember, parallel: number) {
  const flow = await startedWithCode(running, member.username);
  const address = member.personalMail ?? '';
  await sendAll(running);
  const text = running.mailbox.messages().findLast(({ to }) => to === address)?.text ?? '';
  const code = /\b\d{8}\b/.exec(text)?.[0] ?? '';
  const codes = await many(parallel, () => flow.code(code));
  const kept = await running.flow(flow.handle);
  return { held: codes.filter((each) => each === 'done').length, proofs: kept?.proofs.length ?? 0 };
}

/** Whether two names are the same claim's person; for tests of `spellingsOf` themselves. */
export const claimsOf = (member: CastMember) => spellingsOf(member).map((spelling) => readClaim(spelling));
