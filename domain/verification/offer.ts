import type { Configuration } from '../policy/configuration.ts';
import type { Flow } from '../recovery/flow.ts';
import type { MethodName } from './method.ts';

/** The flow a proof is offered to, its try counted already. */
export interface Trying {
  readonly flow: Flow;
  readonly configuration: Configuration;
  readonly now: number;
}

/** What came of looking at a proof. */
export type Held =
  /** `code` is the tag of the code that it uses up. */
  | { readonly kind: 'holds'; readonly code?: string }
  | { readonly kind: 'wrong' }
  /** Who would have to say so does not answer, whoever is asked about. */
  | { readonly kind: 'unavailable' };

/**
 * What is offered as a proof, well-formed already. Each method makes its own out of the ports it needs, so that a function can
 * only take the proofs it has the powers for. `holds` does the same work for a stranger, and uses up what may count once
 * before it says so.
 */
export interface Offer {
  readonly method: MethodName;
  holds(trying: Trying): Promise<Held>;
}

export const HOLDS: Held = { kind: 'holds' };
export const WRONG: Held = { kind: 'wrong' };
