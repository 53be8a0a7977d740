import { registeredMethods, type Enrollment } from '../enrollment/enrollment.ts';
import { suffices } from '../enrollment/registration.ts';
import type { Person } from '../person.ts';
import type { Configuration } from '../policy/configuration.ts';
import { judgeEligibility, type Ineligibility } from '../policy/eligibility.ts';
import { filtersIn } from '../policy/user-configuration.ts';
import type { Account } from '../ports/account.ts';
import type { Found } from '../ports/directory-reader.ts';
import type { Ports } from '../ports/index.ts';
import type { Sealed } from '../ports/sealer.ts';
import { askedOf } from './asked.ts';
import type { Claim } from './claim.ts';
import { decoyPerson } from './decoy.ts';
import { nameForms } from './search-claim.ts';

/** Why a claim is a stranger's. For metrics only; nothing shown may depend on it. */
export type Stranger = 'unknown' | 'ambiguous' | 'not-enrolled' | 'not-offered' | Ineligibility;

/** Somebody, or a decoy in their place. */
export interface Subject {
  readonly person: Person;
  /** Ids of the questions. */
  readonly asked: readonly string[];
  readonly userConfiguration?: string;
  readonly mailboxes: readonly Sealed[];
  readonly phones: readonly Sealed[];
  readonly stranger?: Stranger;
}

export type SubjectNeeds = Pick<Ports, 'directory' | 'enrollments' | 'mac' | 'sealer' | 'phoneNumbers'>;

/**
 * Decides, here and only here, whether a flow is about somebody or about a decoy: always one search, one base read and one
 * enrollment read, whatever the claim.
 */
export async function whoItIsAbout(
  ports: SubjectNeeds,
  claim: Claim,
  configuration: Configuration,
  now: number,
): Promise<Subject> {
  const { userConfigurations, searchForm } = configuration.document;
  const claims = nameForms(configuration);
  const found = await ports.directory.find(claim, {
    forms: claims,
    filters: filtersIn(userConfigurations),
    ...(searchForm && { template: searchForm.filter }),
  });
  const account = found.kind === 'one' ? found.account : undefined;
  const decoy = await decoyPerson(ports, claim, { ...configuration, claims });
  const eligibility = account && judgeEligibility(account, configuration, now);
  const candidate = account && eligibility?.kind === 'eligible' ? account : undefined;
  // Always one read: a stranger's is of a person who does not exist.
  const enrollment = await ports.enrollments.find(candidate?.person ?? decoy);
  const mailboxes = await mailboxesOf(ports, configuration, candidate, enrollment);
  const phones = await phonesOf(ports, configuration, candidate, enrollment);
  const own = eligibility?.kind === 'eligible' ? eligibility.match.userConfiguration : undefined;
  const enough = registeredMethods(enrollment).length > 0 || (own && suffices(own, configuration, now));
  const known = candidate && enough;
  const person = known ? candidate.person : decoy;
  const asked = await askedOf(ports, person, known ? enrollment?.answers : undefined, configuration, now);
  if (known && own) return { person, asked, userConfiguration: own.id, mailboxes, phones };
  const stranger = eligibility?.kind === 'ineligible' ? eligibility.reason : strangeness(found);
  return { person, asked, mailboxes: [], phones: [], stranger };
}

const strangeness = ({ kind }: Found) =>
  kind === 'one' ? 'not-enrolled' : kind === 'none' ? 'unknown' : 'ambiguous';

async function mailboxesOf(
  { sealer }: Pick<Ports, 'sealer'>,
  { document }: Configuration,
  account: Account | undefined,
  enrollment: Enrollment | undefined,
): Promise<readonly Sealed[]> {
  const confirmed = enrollment?.addresses.map(({ address }) => address) ?? [];
  if (document.methods['email-code'].addresses === 'confirmed') return confirmed;
  // Sealed for everyone, strangers and those who need it not: the work tells nobody apart.
  const sealed = await sealer.seal('address', account?.mail ?? 'nobody@invalid');
  return confirmed.length > 0 || !account?.mail ? confirmed : [sealed];
}

/** Numbers of countries that no text may go to any more are left out. */
async function phonesOf(
  { sealer, phoneNumbers }: Pick<Ports, 'sealer' | 'phoneNumbers'>,
  { document }: Configuration,
  account: Account | undefined,
  enrollment: Enrollment | undefined,
): Promise<readonly Sealed[]> {
  const { textMessages } = document;
  if (!textMessages) return [];
  const allowed = (country: string) => textMessages.countries.includes(country);
  const confirmed = (enrollment?.phones ?? [])
    .filter(({ country }) => allowed(country))
    .map(({ number }) => number);
  if (textMessages.numbers === 'confirmed') return confirmed;
  const [home = 'US'] = textMessages.countries;
  const listed = await phoneNumbers.read(account?.mobile ?? '', home);
  const known = listed && allowed(listed.country) ? listed.number : undefined;
  // Sealed for everyone, as mailboxes are.
  const sealed = await sealer.seal('phone', known ?? '+00000000000');
  return confirmed.length > 0 || known === undefined ? confirmed : [sealed];
}
