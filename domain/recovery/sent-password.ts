import type { QueuedMessage } from '../messages/message.ts';
import type { PasswordStandard } from '../policy/password-standard.ts';
import { suggestPassword } from '../policy/suggest-password.ts';
import type { SentPassword, UserConfiguration } from '../policy/user-configuration.ts';
import type { Ports } from '../ports/index.ts';
import type { MethodName } from '../verification/method.ts';
import { sentTo, type Destinations, type Way } from './code-order.ts';
import type { Flow } from './flow.ts';

/** No password of ours can reach the person, or none can be made. Nothing was changed; the help desk has to help. */
export interface NoWayForPassword {
  readonly kind: 'no-way-for-password';
  readonly flow: Flow;
  /** For the trail; people are told the same of both. */
  readonly because: 'no-contact-left' | 'no-password-fits';
}

/** A password that we made: to be set now, and the message that takes it to the person. A secret. */
export interface MadePassword {
  readonly kind: 'made';
  readonly password: string;
  readonly message: QueuedMessage;
}

/** Makes a password for the person of a flow, and the message with it. Only who may seal can make one. */
export type MakePassword = (
  flow: Flow,
  by: SentPassword['by'],
  standard: PasswordStandard,
) => Promise<MadePassword | NoWayForPassword>;

/** What each method shows that its person holds already: what a proof came by never gets the password too. */
const WAYS_USED: Readonly<Partial<Record<MethodName, readonly Way[]>>> = {
  'email-code': ['email'],
  'sms-code': ['sms'],
  // Nothing says which way it went.
  'sent-code': ['email', 'sms'],
};

/**
 * How passwords are sent under a user configuration; undefined where people set their own. Without the risk accepted in
 * writing none is sent, whatever else it says. Pure.
 */
export function sentPasswordOf(
  userConfiguration: Pick<UserConfiguration, 'actions' | 'acceptedRisks'> | undefined,
): SentPassword | undefined {
  const accepted = userConfiguration?.acceptedRisks?.some(({ risk }) => risk === 'sent-passwords') ?? false;
  return accepted ? userConfiguration?.actions.reset.sentPassword : undefined;
}

/** Where the password of a flow may go: by ways that were no proof in it. Empty: nowhere. Pure. */
export function destinationsFor(
  { proofs, mailboxes, phones }: Pick<Flow, 'proofs' | 'mailboxes' | 'phones'>,
  by: SentPassword['by'],
): Destinations {
  const used = new Set(proofs.flatMap(({ method }) => WAYS_USED[method] ?? []));
  return sentTo(by, undefined, {
    mailboxes: used.has('email') ? [] : mailboxes,
    phones: used.has('sms') ? [] : phones,
  });
}

/** By what ways the password of a flow would go; none: there is no way. Pure. */
export function waysFor(
  flow: Pick<Flow, 'proofs' | 'mailboxes' | 'phones'>,
  by: SentPassword['by'],
): readonly Way[] {
  const { mailboxes, phones } = destinationsFor(flow, by);
  return [
    ...(mailboxes.length > 0 ? (['email'] as const) : []),
    ...(phones.length > 0 ? (['sms'] as const) : []),
  ];
}

/** Makes passwords, each within the rules of its person, and seals them for their way. They are nowhere else but in the one change. */
export function passwordMaker(ports: Pick<Ports, 'sealer' | 'breached' | 'random' | 'clock'>): MakePassword {
  return async (flow, by, standard) => {
    const to = destinationsFor(flow, by);
    if (waysFor(flow, by).length === 0)
      return { kind: 'no-way-for-password', flow, because: 'no-contact-left' };
    const password = await suggestPassword(ports, standard);
    if (password === undefined) return { kind: 'no-way-for-password', flow, because: 'no-password-fits' };
    const sealed = await ports.sealer.seal('password', password);
    const message: QueuedMessage = {
      id: ports.random.id(),
      to: to.mailboxes,
      ...(to.phones.length > 0 && { phones: to.phones }),
      letter: { kind: 'new-password', password: sealed },
      language: flow.language,
      queuedAt: ports.clock.now(),
    };
    return { kind: 'made', password, message };
  };
}
