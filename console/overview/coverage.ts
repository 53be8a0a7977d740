import type { RegistrationCounts, Status } from '../../client/client.ts';

type ByStatus = Readonly<Record<string, number>>;

/** All statuses, those first to whom something is offered. */
export const STATUSES: readonly Status[] = [
  'registered',
  'partly',
  'out-of-date',
  'never',
  'not-offered',
  'blocked',
  'protected',
];

/** The statuses of those who are to register. */
export const TO_REGISTER: readonly Status[] = ['registered', 'partly', 'out-of-date', 'never'];

export const countOf = (byStatus: ByStatus, status: Status): number => byStatus[status] ?? 0;

/** The part of those who are to register that is registered, in whole percent, never rounded up; undefined without anybody. */
export function coverageOf(byStatus: ByStatus): number | undefined {
  const all = TO_REGISTER.reduce((sum, status) => sum + countOf(byStatus, status), 0);
  return all === 0 ? undefined : Math.floor((countOf(byStatus, 'registered') / all) * 100);
}

/** Whoever has ever registered all that was asked counts. */
export const anybodyRegistered = ({ byStatus }: RegistrationCounts): boolean =>
  countOf(byStatus, 'registered') + countOf(byStatus, 'out-of-date') > 0;

export const percentWords = (coverage: number | undefined): string =>
  coverage === undefined ? '–' : `${coverage} %`;
