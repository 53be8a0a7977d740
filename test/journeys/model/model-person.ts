import { randomUUID } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';
import type { Person } from '../../../domain/person.ts';
import { seedOwner } from '../../../domain/verification/methods/authenticator-app.ts';
import { makeRecoveryCodes } from '../../../domain/verification/methods/recovery-code.ts';
import { anEvent, aMessage } from '../../support/stored-records.ts';
import { ANSWERS } from '../proofs/fresh-people.ts';
import type { Running } from '../proofs/running.ts';
import { employeeIdOf } from './model-ground.ts';
import { personModel, stepAt, type PersonModel } from './person-model.ts';

/** Somebody who has registered everything, and knows all of it. */
export interface ModelPerson {
  readonly username: string;
  readonly person: Person;
  readonly model: PersonModel;
  readonly answers: Readonly<Record<string, string>>;
  readonly attributes: Readonly<Record<string, string>>;
  readonly savedCodes: readonly string[];
  /** What their app shows in a time step. */
  appCode(step: number): string;
}

/** Registers a telephone, an app and saved codes for somebody who has answers and a mailbox already. */
export async function modelPerson(running: Running, username: string): Promise<ModelPerson> {
  const { ports } = running;
  const person = running.person(username);
  const seen = await ports.enrollments.find(person);
  if (!seen) throw new Error(`${username} has registered nothing`);
  const id = randomUUID();
  const seed = ports.random.bytes(20);
  const now = ports.clock.now();
  const { codes, kept } = await makeRecoveryCodes(ports, person);
  const saved = await ports.enrollments.save({
    next: {
      ...seen,
      version: seen.version + 1,
      phones: [
        {
          id: randomUUID(),
          number: await ports.sealer.seal('phone', '+447700900123'),
          country: 'GB',
          confirmedAt: now,
        },
      ],
      authenticator: { id, seed: await ports.seeds.seal(seedOwner(person, id), seed), confirmedAt: now },
      recoveryCodes: kept,
    },
    seenVersion: seen.version,
    event: anEvent({ at: now, person }),
    carrier: { kind: 'errand' },
    notice: aMessage({ to: [], queuedAt: now }),
  });
  if (saved !== 'saved') throw new Error(`${username} could not register: ${saved}`);
  const totp = new TOTP({ secret: new Secret({ buffer: new Uint8Array(seed).buffer }) });
  return {
    username,
    person,
    model: personModel(),
    answers: ANSWERS,
    attributes: { employeeID: employeeIdOf(username) },
    savedCodes: codes,
    appCode: (step) => totp.generate({ timestamp: step * 30_000 }),
  };
}

/** What a stranger types, or somebody who is wrong in everything. */
export const WRONG_APP_CODE = '000000';
export const nowStep = stepAt;
