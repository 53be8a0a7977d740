import type { Configuration } from '../policy/configuration.ts';
import { filtersIn } from '../policy/user-configuration.ts';
import type { Account } from '../ports/account.ts';
import type { Ports } from '../ports/index.ts';
import { EVERY_CLAIM_FORM, type ClaimForms } from '../recovery/claim-forms.ts';
import type { NameClaim } from '../recovery/claim.ts';
import { ambiguousSentences, nobodySentences, unacceptedSentence } from './claim-words.ts';
import { explanationOf, type Explanation } from './explanation.ts';

export type ExplainNeeds = Pick<Ports, 'directory' | 'enrollments' | 'notes' | 'configuration' | 'clock'>;

export type Explained =
  /** Nobody answers to it, in any form there is. */
  | { readonly kind: 'nobody'; readonly sentences: readonly string[] }
  | {
      readonly kind: 'ambiguous';
      /** `CORP\asmith`, the first few. */
      readonly names: readonly string[];
      readonly sentences: readonly string[];
    }
  | {
      readonly kind: 'somebody';
      readonly explanation: Explanation;
      /** Why people who type this are not found though administrators find somebody by it. */
      readonly unaccepted?: string;
    };

/**
 * Tells all that decides over whom a claim names, and whether they could unlock or reset now; if not, the one thing to put right.
 * Changes nothing. Whoever people would find by the claim is explained; else whom it names in any form there is.
 */
export async function explainPerson(ports: ExplainNeeds, claim: NameClaim): Promise<Explained> {
  const now = ports.clock.now();
  const configuration = await ports.configuration.current();
  const filters = filtersIn(configuration.document.userConfigurations);
  const found = await ports.directory.find(claim, { forms: configuration.claims, filters });
  if (found.kind === 'one')
    return { kind: 'somebody', explanation: await explained(ports, found.account, configuration, now) };
  const { employeeNumber } = configuration.claims;
  const forms: ClaimForms = { ...EVERY_CLAIM_FORM, ...(employeeNumber !== undefined && { employeeNumber }) };
  const named = found.kind === 'none' ? await ports.directory.find(claim, { forms, filters }) : found;
  switch (named.kind) {
    case 'none':
      return { kind: 'nobody', sentences: nobodySentences(claim, forms, configuration) };
    case 'ambiguous':
      return { ...named, sentences: ambiguousSentences(claim, named.names) };
    case 'one': {
      const explanation = await explained(ports, named.account, configuration, now);
      const unaccepted = unacceptedSentence(claim, explanation.preview.name, configuration);
      return { kind: 'somebody', explanation, unaccepted };
    }
  }
}

async function explained(
  { directory, enrollments, notes }: ExplainNeeds,
  account: Account,
  configuration: Configuration,
  now: number,
): Promise<Explanation> {
  const { person } = account;
  const enrollment = await enrollments.find(person);
  const { frozen } = await notes.find(person);
  // One after the other: a function has so many connections to a domain controller as its plan says, which is one.
  const rights = await directory.rights(person);
  const rules = await directory.rules(person.domain, account);
  return explanationOf(account, { enrollment, frozen, rights, rules }, configuration, now);
}
