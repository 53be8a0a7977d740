import type { RegisteredPasskey } from '../../enrollment/enrollment.ts';
import type { CeremonyAnswer } from '../../ports/passkeys.ts';
import type { Ports } from '../../ports/index.ts';
import type { Person } from '../../person.ts';
import type { Flow } from '../../recovery/flow.ts';
import { HOLDS, WRONG, type Offer } from '../offer.ts';

/**
 * What a passkey has to sign for this flow. Made of the flow's key, so that it needs no store: whoever has not the key cannot
 * make it, and what was signed for another flow is worth nothing. With each proof there is another one, so that nothing
 * that was signed counts twice (WebAuthn level 3, §13.4.3).
 */
const challengeOf = ({ mac }: Pick<Ports, 'mac'>, { key, proofs }: Pick<Flow, 'key' | 'proofs'>) =>
  mac.quickTag('passkey', `${key}|${proofs.filter(({ method }) => method === 'passkey').length}`);

/** What the browser is asked with, as JSON: the same for everybody but for the challenge. Changes nothing. */
export const passkeyOptions = async (
  ports: Pick<Ports, 'passkeys' | 'mac'>,
  flow: Pick<Flow, 'key' | 'proofs'>,
): Promise<object> => ports.passkeys.toProve({ challenge: await challengeOf(ports, flow) });

/** What a browser answered, as a proof. A stranger's, and a passkey of somebody else's, is verified all the same, against nobody's key. */
export const passkeyOffer = (
  ports: Pick<Ports, 'passkeys' | 'enrollments' | 'notes' | 'mac'>,
  answer: CeremonyAnswer,
): Offer => ({
  method: 'passkey',
  async holds({ flow }) {
    const challenge = await challengeOf(ports, flow);
    const enrollment = await ports.enrollments.find(flow.person);
    const claimed = ports.passkeys.claimed(answer);
    const passkey = enrollment?.passkeys?.find(({ id }) => id === claimed);
    const proven = await ports.passkeys.proven(answer, { challenge }, passkey);
    if (!passkey || !proven) return WRONG;
    return (await hasCounted(ports, flow.person, passkey, proven.signCount)) ? HOLDS : WRONG;
  },
});

/**
 * Whether the signature counter is above all there were; one that does not rise is a copy's (WebAuthn level 3, §6.1.1). Synced
 * passkeys do not count: theirs stays 0, and may, as long as it was never anything else.
 */
async function hasCounted(
  { notes }: Pick<Ports, 'notes'>,
  person: Person,
  { id, signCount }: RegisteredPasskey,
  now: number,
): Promise<boolean> {
  const name = `passkey:${id}`;
  if (now === 0) return signCount === 0 && (await notes.find(person)).used[name] === undefined;
  return now > signCount && notes.useUp(person, { name, value: now });
}
