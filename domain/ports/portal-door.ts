import type { Action } from '../policy/action.ts';

/** The portal said no, or nothing that can be understood. */
export interface DoorRefusal {
  readonly kind: 'refused';
  /** The `code` of its problem, `unreachable` when nothing answers, `unreadable` when something else than the portal does. */
  readonly code: string;
  /** Why a password or answers were not taken, where it says. */
  readonly reasons?: readonly string[];
}

/** Where one action of a flow stands, as whoever asks over the API is told. */
export interface ActionAtDoor {
  readonly allowed: boolean;
  /** False where it is not offered at all. */
  readonly offered: boolean;
  readonly missing: readonly string[];
  readonly anyOf: readonly string[];
  /** Why it would not work now. */
  readonly because?: string;
}

/** A flow as whoever holds its handle sees it. */
export interface FlowAtDoor {
  readonly kind: 'flow';
  readonly actions: Readonly<Record<Action, ActionAtDoor>>;
  /** Ids of the security questions that are asked. */
  readonly questions: readonly string[];
}

/** A part of the questionnaire: how many of these questions are to be answered. */
export interface PartAtDoor {
  readonly answer: number;
  readonly questions: readonly string[];
}

/** A proof that a program can give. */
export type DoorProof =
  | { readonly method: 'authenticator-app'; readonly code: string }
  | { readonly method: 'security-answers'; readonly answers: Readonly<Record<string, string>> };

/**
 * The portal as anybody outside meets it: its public JSON API, asked once for each call and never again by itself. Nothing is
 * thrown: what cannot be reached or understood is a refusal too.
 */
export interface PortalDoor {
  signIn(
    username: string,
    password: string,
  ): Promise<{ readonly kind: 'in'; readonly session: string } | DoorRefusal>;
  signOut(session: string): Promise<{ readonly kind: 'out' } | DoorRefusal>;
  registered(session: string): Promise<
    | {
        readonly kind: 'registered';
        /** The methods that may be registered. */
        readonly methods: readonly string[];
        readonly questionnaire: readonly PartAtDoor[];
      }
    | DoorRefusal
  >;
  registerAnswers(
    session: string,
    answers: Readonly<Record<string, string>>,
  ): Promise<{ readonly kind: 'taken' } | DoorRefusal>;
  /** `secret` is what an app is told to make codes with (base32). */
  beginApp(session: string): Promise<{ readonly kind: 'begun'; readonly secret: string } | DoorRefusal>;
  confirmApp(session: string, code: string): Promise<{ readonly kind: 'taken' } | DoorRefusal>;
  start(username: string): Promise<(FlowAtDoor & { readonly handle: string }) | DoorRefusal>;
  prove(handle: string, proof: DoorProof): Promise<FlowAtDoor | DoorRefusal>;
  /** `operation` names the one attempt. */
  unlock(handle: string, operation: string): Promise<{ readonly kind: 'done' } | DoorRefusal>;
  reset(
    handle: string,
    operation: string,
    newPassword: string,
  ): Promise<{ readonly kind: 'done' } | DoorRefusal>;
}
