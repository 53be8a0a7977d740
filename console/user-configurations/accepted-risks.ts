import type { AcceptedRisk, UserConfiguration } from '../../client/client.ts';

export type Risk = AcceptedRisk['risk'];

/** The fewest characters that can say who decided and why. */
const LEAST_REASON = 20;

/** Whether a reason says enough to be kept. */
export const isReasoned = (reason: string): boolean => Array.from(reason.trim()).length >= LEAST_REASON;

/** Why a risk was accepted; undefined where it was not. */
export const reasonFor = (
  { acceptedRisks = [] }: Pick<UserConfiguration, 'acceptedRisks'>,
  risk: Risk,
): string | undefined => acceptedRisks.find((one) => one.risk === risk)?.reason;

/** The user configuration with a risk accepted for a reason, in its place; with it accepted no more, where there is none. */
export function withRisk(
  { acceptedRisks = [], ...rest }: UserConfiguration,
  risk: Risk,
  reason: string | undefined,
): UserConfiguration {
  const isThere = acceptedRisks.some((one) => one.risk === risk);
  const kept =
    reason === undefined
      ? acceptedRisks.filter((one) => one.risk !== risk)
      : isThere
        ? acceptedRisks.map((one) => (one.risk === risk ? { risk, reason } : one))
        : [...acceptedRisks, { risk, reason }];
  return kept.length > 0 ? { ...rest, acceptedRisks: kept } : rest;
}
