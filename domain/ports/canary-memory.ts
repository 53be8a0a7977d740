/** All that the canary knows; whoever has it can be the canary, and nobody else. */
export interface CanaryKnowledge {
  /** The passwords that may be in force, the likeliest first: never none. */
  readonly passwords: readonly string[];
  /** What its authenticator app makes codes with (base32); left out until it is enrolled. */
  readonly app?: string;
  /** Its security answers by question. */
  readonly answers?: Readonly<Record<string, string>>;
}

/** What the canary remembers between two rounds. Both throw Failure `secrets-unavailable`; no message holds what is remembered. */
export interface CanaryMemory {
  recall(): Promise<CanaryKnowledge>;
  /** All or nothing; recalled from then on. */
  keep(knowledge: CanaryKnowledge): Promise<void>;
}
