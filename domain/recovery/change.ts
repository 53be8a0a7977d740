import {
  provePassword,
  type PasswordClaim,
  type PasswordProof,
  type PasswordProofNeeds,
} from '../enrollment/prove-password.ts';
import { LIFETIMES } from '../policy/limits.ts';
import { passwordProblems, tooSoon, type PasswordProblem } from '../policy/password-rules.ts';
import type { PasswordRules } from '../ports/directory.ts';
import type { Ports } from '../ports/index.ts';
import type { Flow, Intent, Outcome } from './flow.ts';
import { noticeOf } from './notice.ts';
import { askOnce, outcomeOf, settleNow } from './settle.ts';

export type ChangeNeeds = PasswordProofNeeds &
  Pick<Ports, 'flows' | 'enrollments' | 'breached' | 'trail' | 'random'>;

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
      readonly rules: PasswordRules;
    }
  | { readonly kind: 'unsettled'; readonly reference: string }
  | { readonly kind: 'refused' }
  | { readonly kind: 'throttled'; readonly retryAt: number }
  | {
      readonly kind: 'obstacle';
      readonly obstacle:
        'not-offered' | 'disabled' | 'account-expired' | 'smart-card' | 'cannot-change-password';
      readonly reference: string;
    }
  | {
      readonly kind: 'password-refused';
      readonly problems: readonly PasswordProblem[];
      readonly rules: PasswordRules;
    };

/**
 * Changes a known password, for those too who must change it or whose has expired. The old one is proven first, so that
 * nothing about the new one tells a stranger anything; intent and outcome are written around the one change.
 */
export async function changePassword(ports: ChangeNeeds, request: ChangeRequest): Promise<Changed> {
  const proof = await provePassword(ports, request);
  if (proof.kind !== 'proven') return refused(ports, request, proof);
  const reference = ports.random.reference();
  const obstacle = changeObstacle(proof);
  if (obstacle) return { kind: 'obstacle', obstacle, reference };
  const problems = await problemsOf(ports, request, proof);
  if (problems.length > 0) return { kind: 'password-refused', problems, rules: proof.rules };

  const executing = await openChange(ports, request, proof, reference);
  const answer = await askOnce(() =>
    ports.passwords.changePassword(proof.account, { from: request.password, to: request.newPassword }),
  );
  const outcome = outcomeOf(executing, answer, ports.clock.now());
  const written = await settleNow(ports, executing, outcome);
  if (written === 'unsettled' && outcome.result !== 'unchanged') return { kind: 'unsettled', reference };
  return { kind: 'settled', outcome, reference, rules: proof.rules };
}

type Proven = Extract<PasswordProof, { kind: 'proven' }>;

async function refused(
  ports: ChangeNeeds,
  { source }: ChangeRequest,
  proof: Exclude<PasswordProof, Proven>,
): Promise<Changed> {
  await ports.trail.append({
    id: ports.random.id(),
    at: ports.clock.now(),
    person: proof.person,
    reference: ports.random.reference(),
    source,
    happening: { kind: 'sign-in-refused', reason: proof.kind === 'throttled' ? 'throttled' : proof.reason },
  });
  return proof.kind === 'throttled' ? { kind: 'throttled', retryAt: proof.retryAt } : { kind: 'refused' };
}

/** Why this account's password can't be changed here, though it is proven; pure. */
function changeObstacle({ trial, account, userConfiguration }: Proven) {
  if (userConfiguration === undefined) return 'not-offered';
  if (trial === 'disabled' || trial === 'account-expired') return trial;
  if (account.smartCardRequired) return 'smart-card';
  return account.cannotChangePassword ? 'cannot-change-password' : undefined;
}

async function problemsOf(
  ports: ChangeNeeds,
  request: ChangeRequest,
  { account, rules }: Proven,
): Promise<readonly PasswordProblem[]> {
  if (tooSoon(account, rules, ports.clock.now())) return ['password-too-soon'];
  return passwordProblems(ports, request.newPassword, account, rules);
}

/** A change is a flow that is born executing: the same intent, the same sweeper. No intent written, no change made. */
async function openChange(
  ports: ChangeNeeds,
  request: ChangeRequest,
  { account }: Proven,
  reference: string,
) {
  const now = ports.clock.now();
  const enrollment = await ports.enrollments.find(account.person);
  const intent: Intent = {
    action: 'change',
    operation: request.operation,
    domainController: account.domainController,
    before: { passwordLastSet: account.passwordLastSet, lockoutTime: account.lockoutTime },
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
    sends: 0,
    proofs: [],
    mailboxes: enrollment?.addresses.map(({ address }) => address) ?? [],
    intent,
    outbox: [],
  };
  const executing = { ...flow, intent, heldNotice: noticeOf(flow, ports.random.id(), 'change', now) };
  await ports.flows.open(executing, {
    id: ports.random.id(),
    at: now,
    person: account.person,
    reference,
    source: request.source,
    happening: {
      kind: 'change-intended',
      action: 'change',
      proofs: [],
      domainController: intent.domainController,
    },
  });
  return executing;
}
