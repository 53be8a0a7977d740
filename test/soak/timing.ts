import { CAST } from '../../local/people.ts';
import { freshPeople } from '../journeys/proofs/fresh-people.ts';
import { flowOf, startJson } from '../journeys/proofs/json-client.ts';
import { startRunning, type Running } from '../journeys/proofs/running.ts';
import type { Soak } from './soak.ts';

const NAMES: Readonly<Record<string, string>> = {
  known: 'fresh0',
  unknown: 'nobody.at.all',
  'not enrolled': 'noah',
  blocked: 'chen',
  privileged: 'anna.admin',
  'out of scope': 'omar',
};
const WRONG = { 'first-concert': 'nobody', 'childhood-street': 'no lane', 'first-teacher': 'no teacher' };
const WARM_UP = 3;
const ROUNDS = 20;
const PLENTY = 1_000_000;

type Samples = Record<string, number[]>;

/** Times of the start and of wrong answers, for somebody known and five kinds of strangers, in an order that changes. */
export const TIMING: Soak = {
  name: 'timing',
  what: 'times of start and of wrong answers, 6 kinds of names, by turns in changing order',
  unit: 'rounds',
  goal: 2_000,
  async batch({ dynamodb }) {
    const limits = { triesPerPerson: PLENTY, triesPerMethod: PLENTY };
    const running = await startRunning({ people: [...CAST, ...freshPeople(1)], dynamodb, limits });
    try {
      for (let round = 0; round < WARM_UP; round += 1) await measuredRound(running, {});
      const samples: Samples = {};
      for (let round = 0; round < ROUNDS; round += 1) await measuredRound(running, samples);
      return { done: ROUNDS, wrong: [], samples };
    } finally {
      await running.stop();
    }
  },
  verdict: (samples) =>
    ['start', 'wrong answers']
      .map((step) => {
        const found = furthestFromEven(samples, step);
        return `${step}: AUC off 0.5 by at most ${found.distance.toFixed(3)} (${found.pair}), n = ${found.n}`;
      })
      .join('; '),
};

async function measuredRound(running: Running, samples: Samples): Promise<void> {
  for (const [kind, name] of shuffled(Object.entries(NAMES))) {
    const began = performance.now();
    const flow = flowOf(running, await startJson(running, name));
    const started = performance.now();
    await flow.answers(WRONG);
    (samples[`start of ${kind}`] ??= []).push(rounded(started - began));
    (samples[`wrong answers of ${kind}`] ??= []).push(rounded(performance.now() - started));
  }
}

const rounded = (ms: number): number => Math.round(ms * 1000) / 1000;

const shuffled = <T>(list: readonly T[]): readonly T[] =>
  list
    .map((item) => ({ item, at: Math.random() }))
    .toSorted((one, other) => one.at - other.at)
    .map(({ item }) => item);

/** How often a sample of the first is longer than one of the second: 0.5 when nothing tells them apart (Mann-Whitney). */
export function areaUnderCurve(one: readonly number[], other: readonly number[]): number {
  const sorted = other.toSorted((a, b) => a - b);
  const below = (value: number): number => {
    let [low, high] = [0, sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sorted[middle] ?? 0) < value) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const sum = one.reduce((total, value) => total + (below(value) + below(value + 1e-9)) / 2, 0);
  return sum / (one.length * other.length);
}

function furthestFromEven(samples: Readonly<Record<string, readonly number[]>>, step: string) {
  const series = Object.keys(NAMES).map((kind) => ({ kind, times: samples[`${step} of ${kind}`] ?? [] }));
  const pairs = series.flatMap((one, at) =>
    series.slice(at + 1).map((other) => ({
      pair: `${one.kind} and ${other.kind}`,
      n: Math.min(one.times.length, other.times.length),
      distance: Math.abs(areaUnderCurve(one.times, other.times) - 0.5),
    })),
  );
  const furthest = pairs.toSorted((a, b) => b.distance - a.distance)[0];
  return furthest ?? { pair: 'none', n: 0, distance: 0 };
}
