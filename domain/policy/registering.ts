/** How people's methods may be changed. */
export interface Registering {
  /** How long after a reset nothing that was registered may be changed, in hours; 0 for not at all. */
  readonly frozenHoursAfterReset: number;
}

/** What holds where nobody says otherwise: who took an account over must not take its methods over at once. */
const SHIPPED: Registering = { frozenHoursAfterReset: 72 };

export const registeringOf = ({ registering }: { readonly registering?: Registering }): Registering =>
  registering ?? SHIPPED;
