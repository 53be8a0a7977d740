import type { PasswordClaim } from '../enrollment/prove-password.ts';
import { LIFETIMES } from '../policy/limits.ts';
import { passwordProblems, type PasswordProblem } from '../policy/password-rules.ts';
import type { PasswordStandard } from '../policy/password-standard.ts';
import type { Account } from '../ports/account.ts';
import type { Ports } from '../ports/index.ts';
import { beforeChange, type BeforeChangeNeeds, type ChangeRefusal } from './before-change.ts';
import { FROZEN, UNFINISHED } from './begin-repair.ts';
import type { Flow, Intent, Outcome } from './flow.ts';
import { noticeOf } from './notice.ts';
import { askOnce, settleAnswer } from './settle.ts';

export type ChangeNeeds = BeforeChangeNeeds & Pick<Ports, 'flows' | 'enrollments' | 'breached'>;

export type ChangeRequest = PasswordClaim & {
  readonly newPassword: string;
  readonly operation: string;
  readonly language: string;
};

export type Changed =
  | {
      readonly kind: 'settled';
      readonly outcome: Outcome;
      readonly reference: string;
      readonly standard: PasswordStandard;
    }
  /** It may have happened: its answer was lost, or could not be written down. The notice will tell. */
  | { readonly kind: 'unsettled'; readonly reference: string }
  /** Another change of this person's account is not finished yet; nothing was changed. */
  | { readonly kind: 'person-busy'; readonly reference: string }
  /** Self-service is frozen for this person (person-notes); nothing was changed. */
  | { readonly kind: 'frozen'; readonly reference: string }
  | ChangeRefusal;

/**
 * Changes a known password, for those too who must change it or whose has expired. The old one is proven first, so that
 * nothing about the new one tells a stranger anything; intent and outcome are written around the one change.
 */
export async function changePassword(ports: ChangeNeeds, request: ChangeRequest): Promise<Changed> {
  const lookedAt = ports.clock.now();
  const before = await beforeChange(ports, request);
  if (before.kind !== 'ready') return before;
  const { account, standard } = before;
  const problems = await problemsOf(ports, request, standard);
  if (problems.length > 0) return { kind: 'password-refused', problems, standard };

  const reference = ports.random.reference();
  const executing = await openChange(ports, request, { account, lookedAt, reference });
  if (executing === 'person-busy' || executing === 'frozen') return { kind: executing, reference };
  const answer = await askOnce(() =>
    ports.passwords.changePassword(account, { from: request.password, to: request.newPassword }),
  );
  const outcome = await settleAnswer(ports, executing, answer, () => ports.passwords.readBack(account));
  if (outcome === 'unsettled') return { kind: 'unsettled', reference };
  return { kind: 'settled', outcome, reference, standard };
}

/** The person knows the present password, so that a new one like it can be told exactly: history has it, where there is one. */
async function problemsOf(
  ports: ChangeNeeds,
  { password, newPassword }: ChangeRequest,
  standard: PasswordStandard,
): Promise<readonly PasswordProblem[]> {
  if (newPassword === password && standard.rules.historyLength > 0) return ['password-same'];
  return passwordProblems(ports, newPassword, standard);
}

/** A change is a flow that is born executing: the same intent, the same sweeper. No intent written, no change made. */
async function openChange(
  ports: ChangeNeeds,
  request: ChangeRequest,
  {
    account,
    lookedAt,
    reference,
  }: { readonly account: Account; readonly lookedAt: number; readonly reference: string },
) {
  const now = ports.clock.now();
  const enrollment = await ports.enrollments.find(account.person);
  const intent: Intent = {
    action: 'change',
    operation: request.operation,
    domainController: account.domainController,
    before: { passwordLastSet: account.passwordLastSet, lockoutTime: account.lockoutTime },
    lookedAt,
    at: now,
  };
  const flow: Flow = {
    key: ports.random.handle().key,
    reference,
    purpose: 'change',
    person: account.person,
    state: 'executing',
    version: 1,
    startedAt: now,
    expiresAt: now + LIFETIMES.flowIdle,
    source: request.source,
    language: request.language,
    asked: [],
    tries: 0,
    spends: 1,
    sends: {},
    proofs: [],
    mailboxes: enrollment?.addresses.map(({ address }) => address) ?? [],
    phones: enrollment?.phones?.map(({ number }) => number) ?? [],
    codes: {},
    intent,
    outbox: [],
  };
  const executing = { ...flow, intent, heldNotice: noticeOf(flow, ports.random.id(), 'change', now) };
  const told = { at: now, person: account.person, reference, source: request.source };
  const opened = await ports.flows.open(executing, {
    id: ports.random.id(),
    ...told,
    happening: {
      kind: 'change-intended',
      action: 'change',
      proofs: [],
      domainController: intent.domainController,
    },
  });
  if (opened === 'begun') return executing;
  const reason = opened === 'frozen' ? FROZEN : UNFINISHED;
  const happening = { kind: 'repair-refused', action: 'change', reason } as const;
  await ports.trail.append({ id: ports.random.id(), ...told, happening });
  return opened;
}
