import { isOn, sendMethod, type SendMethod } from '../policy/methods.ts';
import type { Configuration } from '../policy/configuration.ts';
import type { Sealed } from '../ports/sealer.ts';
import type { CodeMethod } from '../verification/method.ts';
import type { CodeOrder } from '../verification/methods/issued-code.ts';
import type { Flow } from './flow.ts';

/** By what way somebody would rather have it, where they may choose. */
export type Way = 'email' | 'sms';

/** Where the code of a method goes: nowhere for strangers, nor while the method is off, for the same work. Pure. */
export function codeOrder(
  { key, mailboxes, phones, language }: Pick<Flow, 'key' | 'mailboxes' | 'phones' | 'language'>,
  method: CodeMethod,
  configuration: Pick<Configuration, 'document'>,
  way: Way | undefined,
  now: number,
): CodeOrder {
  const by: SendMethod =
    method === 'email-code' ? 'email' : method === 'sms-code' ? 'sms' : sendMethod(configuration.document);
  const sent = isOn(configuration.document, method)
    ? sentTo(by, way, { mailboxes, phones })
    : { mailboxes: [], phones: [] };
  return {
    owner: key,
    method,
    kind: 'recovery-code',
    language,
    now,
    to: sent.mailboxes,
    phones: sent.phones,
  };
}

/** Sealed addresses and numbers. */
export interface Destinations {
  readonly mailboxes: readonly Sealed[];
  readonly phones: readonly Sealed[];
}

/** The destinations a send method leaves of those there are; pure. */
export function sentTo(
  by: SendMethod,
  way: Way | undefined,
  { mailboxes, phones }: Destinations,
): Destinations {
  const byMail = { mailboxes, phones: [] };
  const byText = { mailboxes: [], phones };
  switch (by) {
    case 'email':
      return byMail;
    case 'sms':
      return byText;
    case 'both':
      return { mailboxes, phones };
    case 'email-first':
      return mailboxes.length > 0 ? byMail : byText;
    case 'sms-first':
      return phones.length > 0 ? byText : byMail;
    case 'choice':
      return way === 'sms' ? byText : byMail;
  }
}
