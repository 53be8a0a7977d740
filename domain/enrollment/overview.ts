import type { Configuration } from '../policy/configuration.ts';
import type { Ports } from '../ports/index.ts';
import { METHODS, type MethodName } from '../verification/method.ts';
import { judge } from '../verification/policy.ts';
import { registeredMethods } from './enrollment.ts';
import type { Session } from './session.ts';

/** What one person has registered, and whether it is enough. Never an answer, never an address. */
export interface EnrollmentOverview {
  readonly methods: readonly {
    readonly method: MethodName;
    readonly status: 'set-up' | 'not-set-up' | 'needs-attention';
    readonly changedAt?: number;
    readonly count?: number;
  }[];
  /** Whether what is registered would be enough for at least one action that is offered. */
  readonly enough: boolean;
  readonly configuration: Configuration;
}

/** Tells a person how they stand: set up, not set up, or set up under an older questionnaire (needs attention). */
export async function enrollmentOverview(
  ports: Pick<Ports, 'enrollments' | 'configuration' | 'clock'>,
  session: Session,
): Promise<EnrollmentOverview> {
  const configuration = await ports.configuration.current();
  const enrollment = await ports.enrollments.find(session.person);
  const registered = registeredMethods(enrollment);
  const outdated =
    enrollment?.answers !== undefined &&
    enrollment.answers.questionnaire !== configuration.questionnaire.version;
  const now = ports.clock.now();
  const proofs = registered.map((method) => ({ method, at: now }));
  const enough = Object.values(configuration.actions).some(
    ({ offered, policy }) => offered && judge(policy, proofs, now).kind === 'met',
  );
  const methods = METHODS.map((method) => {
    if (!registered.includes(method)) return { method, status: 'not-set-up' as const };
    if (method === 'security-answers')
      return {
        method,
        status: outdated ? ('needs-attention' as const) : ('set-up' as const),
        ...(enrollment?.answers && {
          changedAt: enrollment.answers.registeredAt,
          count: enrollment.answers.answers.length,
        }),
      };
    const last = Math.max(...(enrollment?.addresses.map(({ confirmedAt }) => confirmedAt) ?? [0]));
    return { method, status: 'set-up' as const, changedAt: last, count: enrollment?.addresses.length ?? 0 };
  });
  return { methods, enough, configuration };
}
