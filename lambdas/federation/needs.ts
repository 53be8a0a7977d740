import type { HoldNeeds } from '../../domain/enrollment/hold.ts';
import type { LinkIdentityNeeds } from '../../domain/enrollment/link-identity.ts';
import type { Ports } from '../../domain/ports/index.ts';
import type { ProofNeeds } from '../../domain/recovery/offer-proof.ts';

/** All that talking to the outside needs: no directory, no key of answers, addresses or codes. */
export type FederationNeeds = ProofNeeds &
  LinkIdentityNeeds &
  HoldNeeds &
  Pick<Ports, 'sessions' | 'externalResponses'>;
