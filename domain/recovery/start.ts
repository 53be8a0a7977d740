import { questionsOf, type Configuration } from '../policy/configuration.ts';
import { LIFETIMES } from '../policy/limits.ts';
import type { Ports } from '../ports/index.ts';
import type { Question } from '../questionnaire/question.ts';
import { makeCode } from '../verification/methods/issued-code.ts';
import type { CodeMethod } from '../verification/method.ts';
import { claimText, type Claim } from './claim.ts';
import { codeOrder } from './code-order.ts';
import type { Flow } from './flow.ts';
import { whoItIsAbout, type Stranger, type Subject } from './who-it-is-about.ts';

export type StartNeeds = Pick<
  Ports,
  | 'directory'
  | 'enrollments'
  | 'flows'
  | 'configuration'
  | 'mac'
  | 'sealer'
  | 'phoneNumbers'
  | 'random'
  | 'clock'
>;

export interface StartRequest {
  readonly claim: Claim;
  /** The source's bucket, from the platform. */
  readonly source: string;
  readonly language: string;
  /** Has a code sent at once, for entry points that always ask for one. */
  readonly sendCode?: CodeMethod;
}

export type Started =
  | {
      readonly kind: 'started';
      readonly handle: string;
      readonly flow: Flow;
      readonly asked: readonly Question[];
      readonly configuration: Configuration;
      /** For metrics only; nothing shown may depend on it. */
      readonly stranger?: Stranger;
    }
  | { readonly kind: 'too-many'; readonly retryAt: number };

/**
 * Opens a flow for a name, real or not: always one search, one base read, one enrollment read and one transaction.
 */
export async function startRecovery(ports: StartNeeds, request: StartRequest): Promise<Started> {
  const now = ports.clock.now();
  const configuration = await ports.configuration.current();
  const subject = await whoItIsAbout(ports, request.claim, configuration, now);
  const { handle, key } = ports.random.handle();
  const flow = await newFlow(ports, { key, request, subject, configuration, now });
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

async function newFlow(
  ports: StartNeeds,
  {
    key,
    request,
    subject,
    configuration,
    now,
  }: { key: string; request: StartRequest; subject: Subject; configuration: Configuration; now: number },
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
    sends: {},
    proofs: [],
    mailboxes: subject.mailboxes,
    phones: subject.phones,
    codes: {},
    outbox: [],
  };
  const { sendCode: method } = request;
  if (method === undefined) return flow;
  const { issued, message } = await makeCode(ports, codeOrder(flow, method, configuration, undefined, now));
  return { ...flow, sends: { [method]: 1 }, codes: { [method]: issued }, outbox: [message] };
}

/** A short text of the claim, for log lines that must tell names apart without saying them. */
export const claimDigest = ({ mac }: Pick<Ports, 'mac'>, claim: Claim): Promise<string> =>
  mac.quickTag('log', claimText(claim));
