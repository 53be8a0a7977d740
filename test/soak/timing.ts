import { CAST } from '../../local/people.ts';
import { modelPerson } from '../journeys/model/model-person.ts';
import { freshPeople } from '../journeys/proofs/fresh-people.ts';
import { inForce } from '../journeys/proofs/in-force.ts';
import { askJson, flowOf, startJson } from '../journeys/proofs/json-client.ts';
import { startRunning, type Running } from '../journeys/proofs/running.ts';
import type { Soak } from './soak.ts';

const NAMES: Readonly<Record<string, string>> = {
  'known by every method': 'fresh0',
  'known by answers and a mailbox': 'fresh1',
  unknown: 'nobody.at.all',
  'not enrolled': 'noah',
  blocked: 'chen',
  privileged: 'anna.admin',
  'out of scope': 'omar',
};
/** What is wrong for everybody, by step. */
const TRIED = ['answers', 'app code', 'saved code'] as const;
const WRONG = { 'first-concert': 'nobody', 'childhood-street': 'no lane', 'first-teacher': 'no teacher' };
const WARM_UP = 3;
const ROUNDS = 20;
const PLENTY = 1_000_000;

type Samples = Record<string, number[]>;

/** Times of the start and of wrong answers, for somebody known and five kinds of strangers, in an order that changes. */
export const TIMING: Soak = {
  name: 'timing',
  what: 'times of start and of wrong proofs by three methods, 7 kinds of names, by turns in changing order',
  unit: 'rounds',
  goal: 2_000,
  async batch({ dynamodb }) {
    const limits = { triesPerPerson: PLENTY, triesPerMethod: PLENTY };
    const running = await startRunning({
      people: [...CAST, ...freshPeople(2)],
      dynamodb,
      limits,
      evenTimes: true,
    });
    try {
      await inForce(running, (document) => ({
        ...document,
        methods: {
          ...document.methods,
          'authenticator-app': { on: true, setUp: 'voluntary' },
          'recovery-code': { on: true },
        },
      }));
      await modelPerson(running, 'fresh0');
      for (let round = 0; round < WARM_UP; round += 1) await measuredRound(running, {});
      const samples: Samples = {};
      for (let round = 0; round < ROUNDS; round += 1) await measuredRound(running, samples);
      return { done: ROUNDS, wrong: [], samples };
    } finally {
      await running.stop();
    }
  },
  verdict: (samples) =>
    ['start', ...TRIED.map((what) => `wrong ${what}`)]
      .map((step) => {
        const found = furthestFromEven(samples, step);
        return `${step}: AUC off 0.5 by at most ${found.distance.toFixed(3)} (${found.pair}), n = ${found.n}`;
      })
      .join('; '),
};

async function measuredRound(running: Running, samples: Samples): Promise<void> {
  for (const [kind, name] of shuffled(Object.entries(NAMES))) {
    const timed = async <T>(step: string, work: () => Promise<T>): Promise<T> => {
      const began = performance.now();
      const came = await work();
      (samples[`${step} of ${kind}`] ??= []).push(rounded(performance.now() - began));
      return came;
    };
    const flow = flowOf(running, await timed('start', () => startJson(running, name)));
    const bearer = { authorization: `Bearer ${flow.handle}` };
    const post = (method: string, code: string) =>
      askJson(running, 'POST', `/api/recovery/proofs/${method}`, { code }, bearer);
    await timed('wrong answers', () => flow.answers(WRONG));
    await timed('wrong app code', () => post('authenticator-app', '000000'));
    await timed('wrong saved code', () => post('recovery-code', 'AAAAAAAAAAAAAAAA'));
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
