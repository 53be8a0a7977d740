import type { RegistrationStatus } from '../enrollment/registration.ts';

/**
 * Whom publishing a document would touch: counts over the people looked at so far. Pages are added up by whoever asked for
 * them, so that a hundred thousand people are never in memory.
 */
export interface Impact {
  /** People looked at. */
  readonly people: number;
  /** Those for whom anything changes: their user configuration, what it offers or asks, or whether they are blocked. */
  readonly touched: number;
  /** Registered now, and asked for answers they have not given: they must register again by the date. */
  readonly mustRegisterAgain: number;
  readonly newlyBlocked: number;
  readonly noLongerBlocked: number;
  /** By user configuration id, and '' for those under none: how many now, how many afterwards. */
  readonly byUserConfiguration: Readonly<Record<string, { readonly before: number; readonly after: number }>>;
  /** By status, before and after. */
  readonly byStatus: Readonly<
    Record<RegistrationStatus, { readonly before: number; readonly after: number }>
  >;
  /** By question id: how many have answered it. */
  readonly answered: Readonly<Record<string, number>>;
}
