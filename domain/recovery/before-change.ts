import {
  provePassword,
  type PasswordClaim,
  type PasswordProof,
  type PasswordProofNeeds,
} from '../enrollment/prove-password.ts';
import type { PasswordProblem } from '../policy/password-rules.ts';
import { passwordStandard, type PasswordStandard } from '../policy/password-standard.ts';
import type { Account } from '../ports/account.ts';
import type { Ports } from '../ports/index.ts';
import { minimumAgeEndsAt } from './minimum-age.ts';

export type BeforeChangeNeeds = PasswordProofNeeds & Pick<Ports, 'trail' | 'random'>;

/** Why a password is not changed, whatever the new one is. */
export type ChangeRefusal =
  | { readonly kind: 'refused' }
  | { readonly kind: 'throttled'; readonly retryAt: number }
  | {
      readonly kind: 'obstacle';
      readonly obstacle:
        'not-offered' | 'disabled' | 'account-expired' | 'smart-card' | 'cannot-change-password';
      readonly reference: string;
    }
  /** `retryAt`: when it may be changed again; only where it is too soon. */
  | {
      readonly kind: 'password-refused';
      readonly problems: readonly PasswordProblem[];
      readonly standard: PasswordStandard;
      readonly retryAt?: number;
    };

export type BeforeChange =
  { readonly kind: 'ready'; readonly account: Account; readonly standard: PasswordStandard } | ChangeRefusal;

/**
 * What somebody is told who proves their present password before choosing a new one: the rules in force for them, or why
 * there is nothing to choose. The proof comes first, so that nothing tells a stranger anything; it is counted as any try.
 */
export async function beforeChange(ports: BeforeChangeNeeds, claim: PasswordClaim): Promise<BeforeChange> {
  const proof = await provePassword(ports, claim);
  if (proof.kind !== 'proven') return refused(ports, claim, proof);
  const { account, rules } = proof;
  const obstacle = changeObstacle(proof);
  if (obstacle) return { kind: 'obstacle', obstacle, reference: ports.random.reference() };
  const standard = passwordStandard(account, rules, await ports.configuration.current());
  const retryAt = minimumAgeEndsAt(account, rules, ports.clock.now());
  return retryAt === undefined
    ? { kind: 'ready', account, standard }
    : { kind: 'password-refused', problems: ['password-too-soon'], retryAt, standard };
}

type Proven = Extract<PasswordProof, { kind: 'proven' }>;

async function refused(
  ports: BeforeChangeNeeds,
  { source }: PasswordClaim,
  proof: Exclude<PasswordProof, Proven>,
): Promise<ChangeRefusal> {
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
