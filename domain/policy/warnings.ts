import type { VerificationPolicy } from '../verification/policy.ts';
import { ACTIONS } from './action.ts';
import type { ConfigurationDocument } from './configuration-document.ts';

/** What is risky about a document though it may be published, one sentence each; shown wherever it is set. */
export function warnings({ methods, userConfigurations }: ConfigurationDocument): readonly string[] {
  const found: string[] = [];
  if (methods['email-code'].addresses === 'confirmed-or-directory')
    found.push(
      "Codes may go to Active Directory's mail attribute. That mailbox often opens with the very password that was forgotten; use addresses that people confirm themselves.",
    );
  for (const { name, actions } of userConfigurations)
    for (const action of ACTIONS) {
      if (actions[action].offered && answersSuffice(actions[action]))
        found.push(
          `In "${name}", security answers alone are enough to ${action}. Answers can be guessed or looked up (NIST SP 800-63B-4 does not accept them alone); ask for a code as well.`,
        );
    }
  return found;
}

/** Whether security answers alone can meet a policy, required or chosen. */
const answersSuffice = ({ required, optional, minimumOptional }: VerificationPolicy): boolean =>
  required.every((method) => method === 'security-answers') &&
  minimumOptional <= optional.filter((method) => method === 'security-answers').length;
