import { registeredMethods, type Enrollment } from '../enrollment/enrollment.ts';
import { questionsOf, type Configuration } from '../policy/configuration.ts';
import { judgeEligibility, type Ineligibility } from '../policy/eligibility.ts';
import { LIFETIMES } from '../policy/limits.ts';
import type { Account, Found } from '../ports/directory.ts';
import type { Ports } from '../ports/index.ts';
import type { Sealed } from '../ports/sealer.ts';
import { filtersIn } from '../policy/user-configuration.ts';
import type { Question } from '../questionnaire/question.ts';
import { makeCode } from '../verification/methods/email-code.ts';
import { claimText, type Claim } from './claim.ts';
import { askedOf } from './asked.ts';
import { decoyPerson } from './decoy.ts';
import type { Flow } from './flow.ts';

export type StartNeeds = Pick<
  Ports,
  'directory' | 'enrollments' | 'flows' | 'configuration' | 'mac' | 'sealer' | 'random' | 'clock'
>;

export interface StartRequest {
  readonly claim: Claim;
  /** The source's bucket, from the platform. */
  readonly source: string;
  readonly language: string;
  /** Has a code sent at once, for entry points that always ask for one. */
  readonly sendCode: boolean;
}

export type Started =
  | {
      readonly kind: 'started';
      readonly handle: string;
      readonly flow: Flow;
      readonly asked: readonly Question[];
      readonly configuration: Configuration;
      /** For metrics only; nothing shown may depend on it. */
      readonly stranger?: 'unknown' | 'ambiguous' | 'not-enrolled' | 'not-offered' | Ineligibility;
    }
  | { readonly kind: 'too-many'; readonly retryAt: number };

/**
 * Opens a flow for a name, real or not: always one search, one base read, one enrollment read and one transaction.
 * Here, and only here, is decided whether the flow is about somebody or about a decoy.
 */
export async function startRecovery(ports: StartNeeds, request: StartRequest): Promise<Started> {
  const now = ports.clock.now();
  const configuration = await ports.configuration.current();
  const subject = await whoItIsAbout(ports, request.claim, configuration, now);
  const { handle, key } = ports.random.handle();
  const flow = await newFlow(ports, { key, request, subject, now });
  const { limits } = configuration;
  const paid = await ports.flows.start(flow, {
    source: request.source,
    perSource: { cap: limits.startsPerSourceHour, windowMs: LIFETIMES.hour },
    everywhere: { cap: limits.startsPerHour, windowMs: LIFETIMES.hour },
  });
  if (paid === 'too-many')
    return { kind: 'too-many', retryAt: (Math.floor(now / LIFETIMES.hour) + 1) * LIFETIMES.hour };
  const asked = questionsOf(configuration, flow.asked);
  return {
    kind: 'started',
    handle,
    flow,
    asked,
    configuration,
    ...(subject.stranger && { stranger: subject.stranger }),
  };
}

type Subject = {
  readonly person: Flow['person'];
  readonly asked: readonly string[];
  readonly userConfiguration?: string;
  readonly mailboxes: readonly Sealed[];
  readonly stranger?: Extract<Started, { kind: 'started' }>['stranger'];
};

async function whoItIsAbout(
  ports: StartNeeds,
  claim: Claim,
  configuration: Configuration,
  now: number,
): Promise<Subject> {
  const { userConfigurations } = configuration.document;
  const found = await ports.directory.find(claim, {
    forms: configuration.claims,
    filters: filtersIn(userConfigurations),
  });
  const account = found.kind === 'one' ? found.account : undefined;
  const decoy = await decoyPerson(ports, claim, configuration);
  const eligibility = account && judgeEligibility(account, configuration, now);
  const candidate = account && eligibility?.kind === 'eligible' ? account : undefined;
  // Always one read: a stranger's is of a person who does not exist.
  const enrollment = await ports.enrollments.find(candidate?.person ?? decoy);
  const mailboxes = await mailboxesOf(ports, configuration, candidate, enrollment);
  const known = candidate && enrollment && registeredMethods(enrollment).length > 0;
  const person = known ? candidate.person : decoy;
  const asked = await askedOf(ports, person, known ? enrollment.answers : undefined, configuration, now);
  if (known && eligibility?.kind === 'eligible')
    return { person, asked, userConfiguration: eligibility.match.userConfiguration.id, mailboxes };
  const stranger = eligibility?.kind === 'ineligible' ? eligibility.reason : strangeness(found);
  return { person, asked, mailboxes: [], stranger };
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

async function newFlow(
  ports: StartNeeds,
  { key, request, subject, now }: { key: string; request: StartRequest; subject: Subject; now: number },
): Promise<Flow> {
  const flow: Flow = {
    key,
    reference: ports.random.reference(),
    purpose: 'recovery',
    person: subject.person,
    state: 'open',
    version: 1,
    startedAt: now,
    expiresAt: now + LIFETIMES.flowIdle,
    source: request.source,
    language: request.language,
    asked: subject.asked,
    ...(subject.userConfiguration !== undefined && { userConfiguration: subject.userConfiguration }),
    tries: 0,
    spends: 0,
    sends: 0,
    proofs: [],
    mailboxes: subject.mailboxes,
    outbox: [],
  };
  if (!request.sendCode) return flow;
  const { mailboxes: to, language } = flow;
  const { issued, message } = await makeCode(ports, { owner: key, kind: 'recovery-code', to, language, now });
  return { ...flow, sends: 1, code: issued, outbox: [message] };
}

/** A short text of the claim, for log lines that must tell names apart without saying them. */
export const claimDigest = ({ mac }: Pick<Ports, 'mac'>, claim: Claim): Promise<string> =>
  mac.quickTag('log', claimText(claim));
