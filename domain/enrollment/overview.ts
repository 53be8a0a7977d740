import { ACTIONS } from '../policy/action.ts';
import { isOn } from '../policy/configuration-document.ts';
import type { Configuration } from '../policy/configuration.ts';
import type { UserConfiguration } from '../policy/user-configuration.ts';
import type { Ports } from '../ports/index.ts';
import type { MethodName } from '../verification/method.ts';
import { judge, offeredMethods } from '../verification/policy.ts';
import { registeredMethods, type Enrollment } from './enrollment.ts';
import { answersStanding, usableMethods } from './registration.ts';
import type { Session } from './session.ts';

/** How one method stands for one person. */
export interface MethodStanding {
  readonly method: MethodName;
  readonly status: 'set-up' | 'not-set-up' | 'needs-attention';
  readonly changedAt?: number;
  readonly count?: number;
  /** For answers to an earlier questionnaire: until when they are good; epoch milliseconds. Left out: no more. */
  readonly goodUntil?: number;
}

/** What one person has registered, and whether it is enough. Never an answer, never an address. */
export interface EnrollmentOverview {
  readonly methods: readonly MethodStanding[];
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
  const now = ports.clock.now();
  const own = configuration.document.userConfigurations.find(({ id }) => id === session.userConfiguration);
  const rules = own ? ACTIONS.map((action) => own.actions[action]).filter(({ offered }) => offered) : [];
  const proofs = usableMethods(enrollment, configuration, now).map((method) => ({ method, at: now }));
  return {
    methods: askedOfThem(configuration, own).map((method) =>
      standingOf(method, enrollment, configuration, now),
    ),
    enough: rules.some((rule) => judge(rule, proofs, now).kind === 'met'),
    configuration,
  };
}

/** The methods a person can register: those some action offered to them could ask for, and that are on. */
export function askedOfThem(
  { document }: Configuration,
  own: UserConfiguration | undefined,
): readonly MethodName[] {
  const rules = own ? ACTIONS.map((action) => own.actions[action]).filter(({ offered }) => offered) : [];
  return offeredMethods(rules).filter((method) => isOn(document, method));
}

function standingOf(
  method: MethodName,
  enrollment: Enrollment | undefined,
  configuration: Configuration,
  now: number,
): MethodStanding {
  if (!enrollment || !registeredMethods(enrollment).includes(method)) return { method, status: 'not-set-up' };
  if (method === 'email-code') {
    const changedAt = Math.max(...enrollment.addresses.map(({ confirmedAt }) => confirmedAt));
    return { method, status: 'set-up', changedAt, count: enrollment.addresses.length };
  }
  const { answers } = enrollment;
  if (!answers) return { method, status: 'not-set-up' };
  const standing = answersStanding(answers, configuration, now);
  return {
    method,
    status: standing.kind === 'current' ? 'set-up' : 'needs-attention',
    changedAt: answers.registeredAt,
    count: answers.answers.length,
    ...(standing.kind === 'earlier' && { goodUntil: standing.until }),
  };
}
