import { freshPeople, oneAfterTheOther } from '../journeys/proofs/fresh-people.ts';
import { startCounted, type CountedRunning } from '../journeys/proofs/counted-running.ts';
import { raceAcrossFlows, raceAnswers, raceCodes, wrongGuessing } from '../journeys/proofs/guess-race.ts';
import { raceResets, raceRightCode, wrongResetting } from '../journeys/proofs/reset-race.ts';
import type { CastMember } from '../../local/people.ts';
import type { Batch, Soak, SoakGround } from './soak.ts';

const GUESSES = 64;
const RESETS = 32;
const ROUNDS = 10;

type Round = (running: CountedRunning, member: CastMember, round: number) => Promise<readonly string[]>;

/** Rounds of a race, each with somebody nobody has met, on a Latchkey of their own. */
async function rounds({ dynamodb }: SoakGround, round: Round): Promise<Batch> {
  const people = freshPeople(ROUNDS);
  const next = oneAfterTheOther(people);
  const running = await startCounted({ people, dynamodb });
  try {
    const wrong: string[] = [];
    for (let nth = 0; nth < ROUNDS; nth += 1) wrong.push(...(await round(running, next(), nth)));
    return { done: ROUNDS, wrong };
  } finally {
    await running.stop();
  }
}

const race = (name: string, what: string, round: Round): Soak => ({
  name,
  what,
  unit: 'rounds',
  goal: 100,
  needsDynamoDb: true,
  batch: (ground) => rounds(ground, round),
});

/** Many at once over HTTP on DynamoDB Local. */
export const RACES: readonly Soak[] = [
  race('race-answers', '64 wrong sets of answers at once, cap 5', async (running, member) =>
    wrongGuessing(await raceAnswers(running, member, GUESSES)),
  ),
  race('race-codes', '64 wrong codes at once, cap 5', async (running, member) =>
    wrongGuessing(await raceCodes(running, member, GUESSES)),
  ),
  race(
    'race-spread',
    '64 wrong sets at once over 12 flows and spellings of one person, cap 7',
    async (running, member) => wrongGuessing(await raceAcrossFlows(running, member, GUESSES)),
  ),
  race(
    'race-resets',
    '32 right resets at once, by turns one operation and 32: one change',
    async (running, member, round) =>
      wrongResetting(await raceResets(running, member, RESETS, round % 2 === 0)),
  ),
  race('race-right-code', '32 times the right code at once: it holds once', async (running, member) => {
    const { held, proofs } = await raceRightCode(running, member, RESETS);
    return held === 1 && proofs === 1 ? [] : [`it held ${held} times, ${proofs} proofs are kept`];
  }),
];
