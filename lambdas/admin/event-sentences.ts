import type { Happening } from '../../domain/trail/event.ts';
import type { MethodName } from '../../domain/verification/method.ts';

/** What happened, in a sentence about the person it happened to; an administrator reads it beside name and time. */
export function eventSentence(happening: Happening): string {
  switch (happening.kind) {
    case 'proof-refused':
      return `Tried to prove themselves with ${methodName(happening.method)}; it did not hold.`;
    case 'change-intended':
      return `${ACTIONS[happening.action].will} on ${happening.domainController}, proven by ${listed(happening.proofs.map(methodName))}.`;
    case 'change-settled':
      return settledSentence(happening);
    case 'repair-refused':
      return `${ACTIONS[happening.action].not}: ${inWords(happening.reason)}.`;
    case 'signed-in':
      return 'Signed in to their own registration.';
    case 'sign-in-refused':
      return `A sign-in to their registration was refused: ${REFUSALS[happening.reason]}.`;
    case 'method-registered':
      return `Registered ${methodName(happening.method)}.`;
    case 'method-removed':
      return `Removed ${methodName(happening.method)}.`;
    case 'administrator-signed-in':
      return `Signed in to administer as ${listed(happening.roles.map(inWords))}.`;
    case 'administrator-refused':
      return `A sign-in to administer was refused: ${REFUSALS[happening.reason]}.`;
    case 'administrator-signed-out':
      return 'Signed out of the administration.';
    case 'draft-saved':
      return `Saved revision ${happening.revision} of their draft, begun from version ${happening.basedOn}.`;
    case 'draft-dropped':
      return `Dropped their draft at revision ${happening.revision}.`;
    case 'draft-reviewed':
      return `Reviewed revision ${happening.revision} of their draft.`;
    case 'configuration-published':
      return `Published version ${happening.version}: ${happening.reason}`;
    case 'registration-revoked':
      return `What they had registered (${listed(happening.methods.map(methodName))}) was revoked: ${happening.reason}`;
    case 'self-service-frozen':
      return `Self-service was frozen for them by ${FREEZERS[happening.by]}${toldReason(happening.reason)}.`;
    case 'self-service-unfrozen':
      return `Self-service was let loose again for them by ${FREEZERS[happening.by]}${toldReason(happening.reason)}.`;
    case 'post-action-settled':
      return happening.result === 'done'
        ? `The post action “${happening.action}” was done.`
        : `The post action “${happening.action}” failed for good and was given up.`;
    case 'reminder-sent':
      return happening.letter === 'register-again'
        ? 'Was told by e-mail to register again.'
        : 'Was reminded by e-mail to register.';
    case 'report-read':
      return `Read the report of ${REPORTS[happening.report]}.`;
  }
}

/** Every kind of event, so that a search can be told of one that there is not. */
export const EVENT_KINDS: readonly Happening['kind'][] = Object.keys({
  'proof-refused': true,
  'change-intended': true,
  'change-settled': true,
  'repair-refused': true,
  'signed-in': true,
  'sign-in-refused': true,
  'method-registered': true,
  'method-removed': true,
  'administrator-signed-in': true,
  'administrator-refused': true,
  'administrator-signed-out': true,
  'draft-saved': true,
  'draft-dropped': true,
  'draft-reviewed': true,
  'configuration-published': true,
  'registration-revoked': true,
  'self-service-frozen': true,
  'self-service-unfrozen': true,
  'post-action-settled': true,
  'reminder-sent': true,
  'report-read': true,
} satisfies Record<Happening['kind'], true>) as readonly Happening['kind'][];

const REPORTS = {
  registrations: 'registrations',
  trail: 'what happened',
  'pre-flight': 'who could help themselves',
} as const;

const ACTIONS = {
  unlock: {
    will: 'The account was about to be unlocked',
    is: 'The account was unlocked',
    not: 'The account was not unlocked',
  },
  reset: {
    will: 'A new password was about to be set',
    is: 'A new password was set',
    not: 'No new password was set',
  },
  change: {
    will: 'They were about to change their password',
    is: 'They changed their password',
    not: 'They did not change their password',
  },
} as const;

function settledSentence({
  action,
  result,
  reason,
  by,
}: Extract<Happening, { kind: 'change-settled' }>): string {
  const found = by === 'sweeper' ? ' (found out afterwards)' : '';
  const because = reason === undefined ? '' : `: ${inWords(reason)}`;
  switch (result) {
    case 'done':
      return `${ACTIONS[action].is}${found}.`;
    case 'unchanged':
      return `${ACTIONS[action].not}${because}${found}.`;
    case 'unknown':
      return `Nobody can tell whether this was done: ${ACTIONS[action].is.toLowerCase()}${found}.`;
  }
}

const REFUSALS = {
  wrong: 'the name or the password was wrong',
  throttled: 'there had been too many tries',
  locked: 'the account is locked',
  ineligible: 'they are not among those it is for',
  'account-state': 'the account cannot be used as it is',
} as const;

const FREEZERS = { person: 'themselves', 'help-desk': 'the help desk' } as const;
const toldReason = (reason: string | undefined): string => (reason === undefined ? '' : `: ${reason}`);

const METHODS_USED: Readonly<Record<MethodName, string>> = {
  'security-answers': 'security answers',
  'email-code': 'a code by e-mail',
  'sms-code': 'a code by text message',
  'sent-code': 'a code that was sent',
  'authenticator-app': 'an authenticator app',
  passkey: 'a passkey or security key',
  'recovery-code': 'saved recovery codes',
  'openid-connect': 'the identity provider',
  'external-responses': 'the external service',
  'ldap-attributes': 'attributes of the directory',
  'previous-authentication': 'a remembered browser',
};
const methodName = (method: MethodName): string => METHODS_USED[method];

const inWords = (code: string): string => code.replaceAll('-', ' ');

const listed = (items: readonly string[]): string =>
  items.length === 0 ? 'nothing' : new Intl.ListFormat('en').format(items);
