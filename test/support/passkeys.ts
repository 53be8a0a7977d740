import { passkeyRegistration, registerPasskey } from '../../domain/enrollment/register-passkey.ts';
import type { Session } from '../../domain/enrollment/session.ts';
import type { Person } from '../../domain/person.ts';
import type { Flow } from '../../domain/recovery/flow.ts';
import { offerProof, type Verdict } from '../../domain/recovery/offer-proof.ts';
import { passkeyOffer, passkeyOptions } from '../../domain/verification/methods/passkey.ts';
import { aUserConfiguration, offered } from './configured.ts';
import { visitNow, visitOf } from './own-things.ts';
import { aProduct, type Product } from './product.ts';
import { SOURCE } from './recovering.ts';
import {
  softwareAuthenticator,
  type CeremonyChanges,
  type SoftwareAuthenticator,
} from './software-authenticator.ts';

/** The whole product, where a passkey unlocks and resets. */
export function aProductWithPasskeys(): Product {
  const { methods } = aProduct().configuration.document;
  const actions = { unlock: offered(['passkey']), reset: offered(['passkey']) };
  return aProduct({
    document: {
      methods: { ...methods, passkey: { on: true } },
      userConfigurations: [aUserConfiguration('all', { actions })],
    },
  });
}

/** The challenge in what a browser is asked with. */
export const challengeIn = (options: object): string =>
  'challenge' in options && typeof options.challenge === 'string' ? options.challenge : '';

/** What a browser is asked with to make a passkey in a visit. */
export const registrationChallenge = async ({ ports }: Product, session: Session): Promise<string> =>
  challengeIn((await passkeyRegistration(ports, session)).options);

/** Registers a passkey for somebody, in a visit of its own. */
export async function withPasskey(
  product: Product,
  person: Person,
  authenticator: SoftwareAuthenticator = softwareAuthenticator(),
): Promise<SoftwareAuthenticator> {
  const session = await visitNow(product, await visitOf(product, person));
  const answer = authenticator.create(await registrationChallenge(product, session));
  const { kind } = await registerPasskey(product.ports, session, answer, '');
  if (kind !== 'registered') throw new Error(kind);
  return authenticator;
}

/** Uses a passkey in a flow, as it stands now. */
export async function offerPasskey(
  { ports }: Product,
  { key }: Pick<Flow, 'key'>,
  authenticator: SoftwareAuthenticator,
  changes: CeremonyChanges = {},
): Promise<Verdict> {
  const flow = await ports.flows.find(key);
  if (!flow) throw new Error('the flow is gone');
  const challenge = challengeIn(await passkeyOptions(ports, flow));
  return offerProof(ports, key, SOURCE, passkeyOffer(ports, authenticator.get(challenge, changes)));
}
