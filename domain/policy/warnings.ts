import type { VerificationPolicy } from '../verification/policy.ts';
import { ACTIONS } from './action.ts';
import type { ConfigurationDocument } from './configuration-document.ts';
import type { UserConfiguration } from './user-configuration.ts';

/** What is risky about a document though it may be published, one sentence each; shown wherever it is set. */
export function warnings({ methods, userConfigurations }: ConfigurationDocument): readonly string[] {
  const found: string[] = [];
  if (methods['email-code'].addresses === 'confirmed-or-directory')
    found.push(
      "Codes may go to Active Directory's mail attribute. That mailbox often opens with the very password that was forgotten; use addresses that people confirm themselves.",
    );
  for (const { name, actions } of userConfigurations) {
    found.push(...deadEnds(name, actions));
    for (const action of ACTIONS) {
      if (actions[action].offered && answersSuffice(actions[action]))
        found.push(
          `In "${name}", security answers alone are enough to ${action}. Answers can be guessed or looked up (NIST SP 800-63B-4 does not accept them alone); ask for a code as well.`,
        );
    }
  }
  return found;
}

/** Accounts that nothing is offered for, though something is offered to their people. */
function deadEnds(name: string, { unlock, reset }: UserConfiguration['actions']): readonly string[] {
  if (!reset.offered) return [];
  const found: string[] = [];
  if (reset.notWhileLocked && !unlock.offered)
    found.push(
      `In "${name}", nothing is offered while an account is locked: no reset, and no unlock at all. Offer to unlock as well, or to reset while locked.`,
    );
  if (reset.notWhileLocked && unlock.offered && !unlock.evenWhenExpired)
    found.push(
      `In "${name}", nothing is offered while an account is locked and its password has expired: unlocking would not help, and a reset has to wait for it. Offer to unlock even when the password has expired, or to reset while locked.`,
    );
  if (reset.notBeforeMinimumAge && !unlock.offered)
    found.push(
      `In "${name}", nothing is offered to whoever forgets a password before its minimum age has passed. Offer to unlock as well, for those who are only locked out.`,
    );
  return found;
}

/** Whether security answers alone can meet a policy, required or chosen. */
const answersSuffice = ({ required, optional, minimumOptional }: VerificationPolicy): boolean =>
  required.every((method) => method === 'security-answers') &&
  minimumOptional <= optional.filter((method) => method === 'security-answers').length;
