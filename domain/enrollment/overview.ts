import { ACTIONS } from '../policy/action.ts';
import { isOn, sendMethod, waysOf } from '../policy/methods.ts';
import type { Configuration } from '../policy/configuration.ts';
import type { UserConfiguration } from '../policy/user-configuration.ts';
import type { Ports } from '../ports/index.ts';
import { METHODS, type MethodName } from '../verification/method.ts';
import { recoveryCodesLeft } from '../verification/methods/recovery-code.ts';
import { judge, offeredMethods } from '../verification/policy.ts';
import { registeredMethods, type Enrollment } from './enrollment.ts';
import { answersStanding, needsNothing, usableMethods } from './registration.ts';
import type { Session } from './session.ts';
import { withoutSpent } from './without-spent.ts';

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
  ports: Pick<Ports, 'enrollments' | 'notes' | 'configuration' | 'clock'>,
  session: Session,
): Promise<EnrollmentOverview> {
  const configuration = await ports.configuration.current();
  const now = ports.clock.now();
  const kept = await ports.enrollments.find(session.person);
  const notes = await ports.notes.find(session.person);
  const enrollment = kept && withoutSpent(kept, notes, configuration.document.methods, now);
  const codes = enrollment?.recoveryCodes && recoveryCodesLeft(enrollment.recoveryCodes, notes);
  const own = configuration.document.userConfigurations.find(({ id }) => id === session.userConfiguration);
  const rules = own ? ACTIONS.map((action) => own.actions[action]).filter(({ offered }) => offered) : [];
  const proofs = usableMethods(enrollment, configuration, now).map((method) => ({ method, at: now }));
  return {
    methods: askedOfThem(configuration, own).map((method) => ({
      ...standingOf(method, enrollment, configuration, now),
      ...(method === 'recovery-code' && codes !== undefined && { count: codes }),
    })),
    enough: rules.some((rule) => judge(rule, proofs, now).kind === 'met'),
    configuration,
  };
}

/**
 * The methods a person can register: those some action offered to them could ask for, and that are on. For a sent code they
 * register a mailbox, a phone or both, as it may go; what is compared elsewhere is nothing to register.
 */
export function askedOfThem(
  { document }: Configuration,
  own: UserConfiguration | undefined,
): readonly MethodName[] {
  const rules = own ? ACTIONS.map((action) => own.actions[action]).filter(({ offered }) => offered) : [];
  const asked = offeredMethods(rules).filter((method) => isOn(document, method) && !needsNothing(method));
  const contacts = asked.includes('sent-code') ? waysOf(sendMethod(document)) : { email: false, sms: false };
  const texts = document.textMessages !== undefined;
  return METHODS.filter((method) => {
    if (method === 'sent-code') return false;
    if (method === 'email-code' && contacts.email) return true;
    if (method === 'sms-code') return texts && (contacts.sms || asked.includes(method));
    return asked.includes(method);
  });
}

function standingOf(
  method: MethodName,
  enrollment: Enrollment | undefined,
  configuration: Configuration,
  now: number,
): MethodStanding {
  if (!enrollment || !registeredMethods(enrollment).includes(method)) return { method, status: 'not-set-up' };
  const { answers } = enrollment;
  if (method !== 'security-answers' || !answers)
    return { method, status: 'set-up', ...WHEN[method]?.(enrollment) };
  const standing = answersStanding(answers, configuration, now);
  return {
    method,
    status: standing.kind === 'current' ? 'set-up' : 'needs-attention',
    changedAt: answers.registeredAt,
    count: answers.answers.length,
    ...(standing.kind === 'earlier' && { goodUntil: standing.until }),
  };
}

type Registration = Pick<MethodStanding, 'changedAt' | 'count'>;

/** When something was registered last, and how many there are where there may be several. */
const WHEN: Partial<Record<MethodName, (enrollment: Enrollment) => Registration>> = {
  'email-code': ({ addresses }) => latest(addresses.map(({ confirmedAt }) => confirmedAt)),
  'sms-code': ({ phones = [] }) => latest(phones.map(({ confirmedAt }) => confirmedAt)),
  'authenticator-app': ({ authenticator }) => since(authenticator?.confirmedAt),
  passkey: ({ passkeys = [] }) => latest(passkeys.map(({ registeredAt }) => registeredAt)),
  'recovery-code': ({ recoveryCodes }) => since(recoveryCodes?.issuedAt),
  'openid-connect': ({ identity }) => since(identity?.linkedAt),
  'previous-authentication': ({ browsers = [] }) => latest(browsers.map(({ rememberedAt }) => rememberedAt)),
};

const latest = (moments: readonly number[]): Registration => ({
  changedAt: Math.max(...moments),
  count: moments.length,
});
const since = (changedAt: number | undefined): Registration => (changedAt === undefined ? {} : { changedAt });
