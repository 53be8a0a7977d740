import { personKey, type Person } from '../../person.ts';
import type { Ports } from '../../ports/index.ts';
import type { SingleUse } from '../../ports/person-notes.ts';
import { HOLDS, WRONG, type Offer } from '../offer.ts';

/** Digits in every code an authenticator app makes. */
export const APP_CODE_DIGITS = 6;

/** Reads a typed code: spaces, hyphens and full-width digits are fine. Undefined when it is not six digits. Everything after goes by what comes out. */
export function readAppCode(typed: string): string | undefined {
  const digits = typed.normalize('NFKC').replace(/[\s\p{Pd}]/gu, '');
  return /^\d{6}$/.test(digits) ? digits : undefined;
}

/** Whose seed it is, as it is sealed. */
export const seedOwner = (person: Person, id: string): string => `${personKey(person)}#${id}`;

/** What a code of an app uses up: its time step, and with it every one before (RFC 6238 §5.2). */
export const stepUse = (id: string, step: number): SingleUse => ({
  name: `authenticator:${id}`,
  value: step,
});

/** Long enough to stand in for a seed; nobody ever has it. */
const NOBODYS_SEED = new Uint8Array(20);

/** The code an authenticator app shows, as a proof; `code` as `readAppCode` gave it. */
export const authenticatorOffer = (
  ports: Pick<Ports, 'enrollments' | 'seeds' | 'oneTimePasswords' | 'notes'>,
  code: string,
): Offer => ({
  method: 'authenticator-app',
  async holds({ flow: { person }, now }) {
    const registered = (await ports.enrollments.find(person))?.authenticator;
    const owner = seedOwner(person, registered?.id ?? '');
    // Sealed for everyone, so that one seed is opened for everyone: the work says nothing of who has an app.
    const nobodys = await ports.seeds.seal(owner, NOBODYS_SEED);
    const seed = await ports.seeds.open(owner, registered?.seed ?? nobodys);
    const step = await ports.oneTimePasswords.stepOf(seed, code, now);
    if (step === undefined || !registered) return WRONG;
    return (await ports.notes.useUp(person, stepUse(registered.id, step))) ? HOLDS : WRONG;
  },
});
