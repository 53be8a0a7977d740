import { randomUUID } from 'node:crypto';
import type { CastMember } from '../../../local/people.ts';
import { many, tally } from './at-once.ts';
import type { CountedRunning } from './counted-running.ts';
import { FIRST_PASSWORD } from './fresh-people.ts';
import { codeFor, provenFlow, sendAll, startedWithCode } from './json-client.ts';

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
  const code = await codeFor(running, member.personalMail ?? '');
  const codes = await many(parallel, () => flow.code(code));
  const kept = await running.flow(flow.handle);
  return { held: codes.filter((each) => each === 'done').length, proofs: kept?.proofs.length ?? 0 };
}
