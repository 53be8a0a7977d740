import { createHash } from 'node:crypto';
import type { Action } from '../../../domain/policy/action.ts';
import type { Person } from '../../../domain/person.ts';
import type { Ports } from '../../../domain/ports/index.ts';
import { countingHasher } from '../../support/counting-hasher.ts';
import { freshPeople } from '../proofs/fresh-people.ts';
import { inForce } from '../proofs/in-force.ts';
import { startRunning, type Running } from '../proofs/running.ts';
import { POLICY } from './flow-model.ts';

const PLENTY = 1_000_000;

/** A change that the directory was asked for, and did. */
export interface Made {
  readonly guid: string;
  readonly action: Action;
}

/** Latchkey over HTTP with people nobody has met yet; what is done to the directory is noted. */
export interface ModelGround {
  readonly running: Running;
  readonly made: Made[];
  stop(): Promise<void>;
}

/** The number that somebody is known by to the directory, and nobody else. */
export const employeeIdOf = (username: string): string =>
  String(
    100_000 +
      (Number.parseInt(createHash('sha256').update(username).digest('hex').slice(0, 8), 16) % 900_000),
  );

/** Starts it, with so many people; budgets of people are out of the way, those of flows and codes are as shipped. */
export async function modelGround(people: number): Promise<ModelGround> {
  const made: Made[] = [];
  const running = await startRunning({
    people: freshPeople(people, {}, 'model').map((member) => ({
      ...member,
      employeeId: employeeIdOf(member.username),
    })),
    limits: { triesPerPerson: PLENTY, triesPerMethod: PLENTY, codesPerPersonHour: PLENTY },
    wrap: (ports) => ({ ...ports, hasher: countingHasher(), repairs: noting(ports.repairs, made) }),
  });
  await everyMethod(running);
  return { running, made, stop: () => running.stop() };
}

const noting = (repairs: Ports['repairs'], made: Made[]): Ports['repairs'] => ({
  at: (person, work) =>
    repairs.at(person, (bench) =>
      work(
        bench && {
          ...bench,
          unlock: () => note(made, person, 'unlock', bench.unlock()),
          reset: (...what) => note(made, person, 'reset', bench.reset(...what)),
        },
      ),
    ),
});

async function note<T extends { readonly kind: string }>(
  made: Made[],
  { guid }: Person,
  action: Action,
  answered: Promise<T>,
): Promise<T> {
  const answer = await answered;
  if (answer.kind === 'done') made.push({ guid, action });
  return answer;
}

/** Puts the policy of the model in force, with every method it names. */
const everyMethod = (running: Running): Promise<void> =>
  inForce(running, (document) => ({
    ...document,
    methods: {
      ...document.methods,
      'sms-code': { on: true },
      'authenticator-app': { on: true, setUp: 'voluntary' },
      'recovery-code': { on: true },
      'ldap-attributes': {
        on: true,
        attributes: [{ attribute: 'employeeID', label: { en: 'Employee number' } }],
      },
    },
    textMessages: { countries: ['GB'], numbers: 'confirmed', perHour: PLENTY, perDay: PLENTY },
    userConfigurations: document.userConfigurations.map((one) => ({
      ...one,
      actions: {
        unlock: { offered: true, ...POLICY.unlock },
        reset: { offered: true, ...POLICY.reset },
      },
    })),
  }));
