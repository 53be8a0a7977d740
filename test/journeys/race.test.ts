import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { readClaim } from '../../domain/recovery/claim.ts';
import { checkingThenBeginning, checkingThenCounting } from '../support/careless-flow-store.ts';
import { freshPeople, oneAfterTheOther } from './proofs/fresh-people.ts';
import { startCounted, type CountedRunning } from './proofs/counted-running.ts';
import { raceAcrossFlows, raceAnswers, raceCodes, wrongGuessing } from './proofs/guess-race.ts';
import { raceResets, raceRightCode, wrongResetting } from './proofs/reset-race.ts';
import { spellingsOf } from './proofs/spellings.ts';

const dynamodb = inject('dynamodb');
const people = freshPeople(12);
const next = oneAfterTheOther(people);
const GUESSES = 64;
const RESETS = 32;

describe.skipIf(!dynamodb)('racing over HTTP against DynamoDB', () => {
  let running: CountedRunning;
  beforeAll(async () => {
    running = await startCounted({ people, dynamodb: dynamodb?.endpoint });
  });
  afterAll(() => running.stop());

  it('looks at no more than five of 64 answers that are guessed at once', async () => {
    for (let round = 0; round < 3; round += 1) {
      const race = await raceAnswers(running, next(), GUESSES);
      expect(wrongGuessing(race), JSON.stringify(race)).toEqual([]);
    }
  });

  it('looks at no more than five of 64 codes that are guessed at once', async () => {
    for (let round = 0; round < 2; round += 1) {
      const race = await raceCodes(running, next(), GUESSES);
      expect(wrongGuessing(race), JSON.stringify(race)).toEqual([]);
    }
  });

  it('counts guesses over twelve flows and twelve spellings of a name as one person’s', async () => {
    const member = next();
    const race = await raceAcrossFlows(running, member, GUESSES);
    expect(wrongGuessing(race), JSON.stringify(race)).toEqual([]);
    expect(race.evaluated).toBe(running.limits.triesPerPerson);
  });

  it('changes a password once for 32 resets at once, and tells each what is true', async () => {
    const race = await raceResets(running, next(), RESETS, false);
    expect(wrongResetting(race), JSON.stringify(race)).toEqual([]);
  });

  it('changes a password once for 32 resets that are one operation, repeated', async () => {
    const race = await raceResets(running, next(), RESETS, true);
    expect(wrongResetting(race), JSON.stringify(race)).toEqual([]);
  });

  it('takes a right code once, however often it is offered at once', async () => {
    expect(await raceRightCode(running, next(), RESETS)).toEqual({ held: 1, proofs: 1 });
  });
});

describe('the spellings that are raced with', () => {
  it('are twelve, and two claims: the account name and the principal name', () => {
    const [member] = people;
    const spellings = member ? spellingsOf(member) : [];
    const claims = new Set(spellings.map((spelling) => JSON.stringify(readClaim(spelling))));
    expect(new Set(spellings).size).toBe(12);
    expect([...claims].filter((claim) => claim.includes('user-principal-name'))).toHaveLength(1);
  });
});

// A proof that cannot fail proves nothing: the same checks, on a store that reads first and writes afterwards.
describe.skipIf(!dynamodb)('the proof itself', () => {
  it('sees guesses beyond the cap when tries are checked first and counted afterwards', async () => {
    const wrap = (ports: CountedRunning['ports']) => ({
      ...ports,
      flows: checkingThenCounting(ports.flows, GUESSES / 4),
    });
    const running = await startCounted({ people: freshPeople(2), dynamodb: dynamodb?.endpoint, wrap });
    try {
      const [one, other] = freshPeople(2);
      if (!one || !other) throw new Error('nobody to race for');
      const race = await raceCodes(running, one, GUESSES);
      expect(race.evaluated).toBeGreaterThan(race.cap);
      expect(wrongGuessing(race)).toContain(
        `${race.evaluated} guesses were looked at; the cap is ${race.cap}`,
      );
      const spread = await raceAcrossFlows(running, other, 12);
      expect(spread.evaluated).toBeGreaterThan(spread.cap);
    } finally {
      await running.stop();
    }
  });

  it('sees a second change when a flow is looked at first and taken afterwards', async () => {
    const wrap = (ports: CountedRunning['ports']) => ({
      ...ports,
      flows: checkingThenBeginning(ports.flows),
    });
    const running = await startCounted({ people: freshPeople(1), dynamodb: dynamodb?.endpoint, wrap });
    try {
      const [one] = freshPeople(1);
      if (!one) throw new Error('nobody to race for');
      const race = await raceResets(running, one, RESETS, false);
      expect(race.resets).toBeGreaterThan(1);
      expect(wrongResetting(race)).toContain(`${race.resets} resets reached the directory`);
    } finally {
      await running.stop();
    }
  });
});
