import type { Enrollment } from '../enrollment/enrollment.ts';
import type { Person } from '../person.ts';
import { belonging, type Belonging } from '../policy/audience.ts';
import { blockedBy, type BlockEntry } from '../policy/block-list.ts';
import type { ConfigurationDocument } from '../policy/configuration-document.ts';
import type { Configuration } from '../policy/configuration.ts';
import { ineligibility } from '../policy/eligibility.ts';
import { filtersIn } from '../policy/user-configuration.ts';
import type { Account } from '../ports/account.ts';
import type { Freeze } from '../ports/person-notes.ts';
import type { Ports } from '../ports/index.ts';
import { EVERY_CLAIM_FORM } from '../recovery/claim-forms.ts';
import type { Claim } from '../recovery/claim.ts';
import type { MethodName } from '../verification/method.ts';
import { registrationOfAccount } from './account-now.ts';
import { asIfPublished } from './as-if-published.ts';
import { becauseWords } from './because-words.ts';
import type { RegistrationRow } from './registration-row.ts';
import { toldMethods } from './told-methods.ts';

export type PreviewNeeds = Pick<Ports, 'directory' | 'enrollments' | 'notes' | 'configuration' | 'clock'>;

/** A user configuration that holds somebody, and why. */
export interface Matching {
  readonly id: string;
  readonly name: string;
  readonly because: Belonging;
  /** The same in words: `in the group "CORP\Sales"`. */
  readonly words: string;
}

/** Somebody, the user configuration that holds them, and what stands in the way. */
export interface MatchedSomebody {
  readonly kind: 'somebody';
  readonly person: Person;
  /** `CORP\asmith`. */
  readonly name: string;
  readonly displayName: string;
  readonly distinguishedName: string;
  readonly disabled: boolean;
  /** The one that holds; left out when none does. It is told of the blocked and the protected too, whom it does not help. */
  readonly wins?: Matching;
  /** Later ones that would match as well. */
  readonly also: readonly Matching[];
  /** The entry of the block list that beats it all, by its place there. */
  readonly blocked?: {
    readonly entry: BlockEntry;
    readonly index: number;
    readonly through: 'user' | 'group';
  };
  readonly refused?: 'own-account' | 'privileged' | 'out-of-scope';
  readonly status: RegistrationRow['status'];
  readonly methods: readonly MethodName[];
  /** What holds self-service up for them; looked for where one person is asked about. */
  readonly frozen?: Freeze;
}

export type MatchPreview =
  /** The claim names none, or more than one. */
  { readonly kind: 'nobody' } | MatchedSomebody;

/**
 * Which user configuration holds somebody, and why; by the version in force, or as if a document without mistakes, its
 * references looked up, were published now.
 */
export async function previewMatch(
  ports: PreviewNeeds,
  claim: Claim,
  document?: ConfigurationDocument,
): Promise<MatchPreview> {
  const now = ports.clock.now();
  const current = await ports.configuration.current();
  const configuration = document ? asIfPublished(current, document, now) : current;
  const found = await ports.directory.find(claim, {
    forms: EVERY_CLAIM_FORM,
    filters: filtersIn(configuration.document.userConfigurations),
  });
  if (found.kind !== 'one') return { kind: 'nobody' };
  const { person } = found.account;
  const enrollment = await ports.enrollments.find(person);
  const { frozen } = await ports.notes.find(person);
  return { ...previewOf(found.account, enrollment, configuration, now), ...(frozen && { frozen }) };
}

/** The same of an account that is at hand, with the filters that hold; pure. */
export function previewOf(
  account: Account,
  enrollment: Enrollment | undefined,
  configuration: Configuration,
  now: number,
): MatchedSomebody {
  const { person, username, displayName, distinguishedName, disabled } = account;
  return {
    kind: 'somebody',
    person,
    name: `${person.domain}\\${username}`,
    displayName,
    distinguishedName,
    disabled,
    ...matchesOf(account, configuration),
    ...obstaclesOf(account, configuration, now),
    status: registrationOfAccount(account, enrollment, configuration, now).status,
    methods: toldMethods(enrollment),
  };
}

function matchesOf(account: Account, { document: { userConfigurations } }: Configuration) {
  const all = userConfigurations.flatMap(({ id, name, include, exclude }): readonly Matching[] => {
    const because = belonging(account, include);
    return because && !belonging(account, exclude)
      ? [{ id, name, because, words: becauseWords(because) }]
      : [];
  });
  const [wins, ...also] = all;
  return { ...(wins && { wins }), also };
}

function obstaclesOf(account: Account, configuration: Configuration, now: number) {
  const { blockList } = configuration.document;
  const entry = blockedBy(account, blockList, now);
  const unblocked = { ...configuration, document: { ...configuration.document, blockList: [] } };
  const refused = ineligibility(account, unblocked, now);
  return {
    ...(entry && {
      blocked: {
        entry,
        index: blockList.indexOf(entry),
        through: entry.user ? ('user' as const) : ('group' as const),
      },
    }),
    ...(refused && refused !== 'blocked' && { refused }),
  };
}
