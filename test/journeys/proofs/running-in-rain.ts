import { METHODS } from '../../../domain/verification/method.ts';
import { offered } from '../../support/configured.ts';
import { countingHasher } from '../../support/counting-hasher.ts';
import { modelPerson } from '../model/model-person.ts';
import { aliveIn, type Alive } from './alive.ts';
import { everyMethodOn } from './every-method-on.ts';
import { freshPeople, oneAfterTheOther } from './fresh-people.ts';
import { inForce } from './in-force.ts';
import { startRunning, type Running } from './running.ts';

/** After so many drops what was alive has been used up, signed out or tried too often. */
const LIVES = 25;
const PLENTY = 1_000_000;

export interface RunningInRain {
  readonly running: Running;
  /** What the next drop finds alive. */
  readonly alive: () => Promise<Alive>;
}

/**
 * Latchkey with every method on and asked for, so that no route ends at "this is not offered here". Somebody who has registered all
 * of them is signed in, and has a flow; another has proven who they are; soon two others. What is outside answers, and never says yes.
 */
export async function runningInRain(drops: number): Promise<RunningInRain> {
  const people = freshPeople(2 * Math.ceil(drops / LIVES));
  const next = oneAfterTheOther(people);
  const running = await startRunning({
    people,
    limits: { triesPerPerson: PLENTY, triesPerMethod: PLENTY },
    outside: { identityProvider: 'https://idp.example', externalResponses: 'responses.example' },
    wrap: (ports) => ({
      ...ports,
      hasher: countingHasher(),
      identityProvider: {
        signInAddress: async ({ state }) => `https://idp.example/authorize?state=${state}`,
        redeem: async () => 'refused',
      },
      externalResponses: { ask: async () => 'refused' },
    }),
  });
  // A policy that names sent codes beside those of their own ways is never met.
  const unlock = offered(
    [],
    METHODS.filter((method) => method !== 'sent-code'),
    2,
  );
  const reset = offered(
    [],
    METHODS.filter((method) => method !== 'email-code' && method !== 'sms-code'),
    1,
  );
  await inForce(running, (document) => ({
    ...everyMethodOn(document),
    searchForm: {
      besidesName: true,
      fields: [{ attribute: 'mail', label: { en: 'E-mail address' } }],
      filter: '(mail=%mail%)',
    },
    userConfigurations: document.userConfigurations.map((one) => ({
      ...one,
      actions: { unlock, reset },
    })),
  }));
  const pair = async (): Promise<Alive> => {
    const one = next();
    await modelPerson(running, one.username);
    return aliveIn(running, [one, next()]);
  };
  let taken = 0;
  let living: Promise<Alive>;
  return {
    running,
    alive: () => {
      if (taken % LIVES === 0) living = pair();
      taken += 1;
      return living;
    },
  };
}
