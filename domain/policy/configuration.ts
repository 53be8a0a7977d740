import type { Questionnaire } from '../questionnaire/questionnaire.ts';
import type { VerificationPolicy } from '../verification/policy.ts';
import type { EligibilityRules } from './eligibility.ts';
import type { Limits } from './limits.ts';

/** What a person may have done to the account. */
export type Action = 'unlock' | 'reset';
export const ACTIONS: readonly Action[] = ['unlock', 'reset'];

/** Everything the administrators decide, as one versioned document. Version 0 is what the deployment was given. */
export interface Configuration {
  readonly version: number;
  readonly organization: { readonly name: string; readonly helpDeskPhone: string };
  /** NetBIOS name of the domain that a bare user name belongs to. */
  readonly defaultDomain: string;
  /** Suffixes of user principal names in that domain, lower case: `name@suffix` is then a spelling of `name`. */
  readonly domainSuffixes: readonly string[];
  /** The questionnaire in force: new registrations answer this one. */
  readonly questionnaire: Questionnaire;
  /** Earlier versions that people may still prove themselves with. */
  readonly earlierQuestionnaires: readonly Questionnaire[];
  readonly actions: Readonly<
    Record<Action, { readonly offered: boolean; readonly policy: VerificationPolicy }>
  >;
  readonly emailCode: {
    /**
     * Where codes go. `confirmed-or-directory` also uses AD's mail attribute for people without a confirmed
     * address; that mailbox often opens with the forgotten password, so whoever sets it is warned.
     */
    readonly addresses: 'confirmed' | 'confirmed-or-directory';
  };
  readonly eligibility: EligibilityRules;
  readonly limits: Limits;
}

/** What is risky about a configuration, one sentence each; shown wherever it is set. */
export function warnings(configuration: Configuration): readonly string[] {
  const found: string[] = [];
  if (configuration.emailCode.addresses === 'confirmed-or-directory')
    found.push(
      "Codes may go to Active Directory's mail attribute. That mailbox often opens with the very password that was forgotten; use addresses that people confirm themselves.",
    );
  for (const [action, { offered, policy }] of Object.entries(configuration.actions))
    if (offered && policy.required.every((m) => m === 'security-answers') && policy.minimumOptional === 0)
      found.push(
        `Security answers alone are enough to ${action}. Answers can be guessed or looked up (NIST SP 800-63B-4 does not accept them alone); ask for a code as well.`,
      );
  return found;
}

/** A version of the questionnaire that is still accepted; the one in force when that version is not known any more. */
export const questionnaireOf = (configuration: Configuration, version: number): Questionnaire =>
  configuration.earlierQuestionnaires.find((earlier) => earlier.version === version) ??
  configuration.questionnaire;
