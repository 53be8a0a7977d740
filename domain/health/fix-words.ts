import { instantWords } from '../administration/sentences/instant.ts';
import { listed, METHOD_WORDS, quoted } from '../administration/sentences/words.ts';
import type { MatchedSomebody } from '../administration/preview-match.ts';
import type { Action } from '../policy/action.ts';
import { isOn } from '../policy/methods.ts';
import type { Configuration } from '../policy/configuration.ts';
import type { UserConfiguration } from '../policy/user-configuration.ts';
import type { Account } from '../ports/account.ts';
import type { Freeze } from '../ports/person-notes.ts';
import type { MethodName } from '../verification/method.ts';
import { judge } from '../verification/policy.ts';
import { momentWords } from './duration-words.ts';
import { privilegeWords } from './privilege-words.ts';
import type { FixCode } from './prospect.ts';

/** What the words of a fix are about. */
export interface FixContext {
  readonly account: Account;
  /** What holds self-service up for them. */
  readonly frozen?: Freeze | undefined;
  readonly preview: MatchedSomebody;
  readonly configuration: Configuration;
  readonly userConfiguration: UserConfiguration | undefined;
  /** The action that it keeps from working. */
  readonly action: Action;
  /** What could be proven now. */
  readonly provable: readonly MethodName[];
  readonly now: number;
  readonly until?: number;
}

type Words = (context: FixContext) => string;

/** Why an action would not work, and what to do about it, in sentences for an administrator; pure. */
export const fixSentence = (code: FixCode, context: FixContext): string => WORDS[code](context);

const WORDS: Readonly<Record<FixCode, Words>> = {
  gone: () => 'The account was deleted while it was looked at. Look it up again.',
  blocked: ({ preview: { blocked } }) => blockedWords(blocked),
  'own-account': () =>
    'This is one of the accounts Latchkey itself works with; it is never served. Give its user an account of their own.',
  privileged: ({ account, configuration }) =>
    `The account is privileged, and nothing is ever done to it here. ${privilegeWords(account, configuration.eligibility)}`,
  'out-of-scope': ({ account, configuration: { eligibility } }) =>
    `The account lies outside the OUs that this deployment serves (${eligibility.bases.join('; ')}): ${account.distinguishedName}. Move it under one of them, or add its OU to the domain’s bases in the settings and deploy.`,
  'not-offered': ({ preview: { wins } }) =>
    wins
      ? `The user configuration ${quoted(wins.name)} holds the account and offers nothing. Offer something there, or let an earlier user configuration hold the account.`
      : 'No user configuration holds the account. Add it to a group of one, or include it in one.',
  'self-service-frozen': ({ account, frozen }) =>
    `Self-service is on hold since ${momentWords(frozen?.at ?? 0)}: ${frozen?.by === 'help-desk' ? 'the help desk put it there' : 'somebody said, by the link of a letter, that a change was not theirs'}. Find out what happened (latchkey trail search --user ${shellName(account)}), then lift it: latchkey people unfreeze ${shellName(account)} --reason '…'`,
  'not-enrolled': ({ account }) =>
    `Nothing has been registered, so there is nothing to prove themselves with. Remind them to register: latchkey registrations remind ${shellName(account)}`,
  'register-again': ({ account }) =>
    `Their answers are to an earlier questionnaire, which counts no longer. Remind them to register again: latchkey registrations remind ${shellName(account)}`,
  'register-more': (context) => registerMoreWords(context),
  disabled: ({ account }) =>
    `The account is disabled. If it should not be, enable it: Enable-ADAccount ${powershellName(account)}`,
  'account-expired': ({ account }) =>
    `The account expired${account.accountExpiresAt === undefined ? '' : ` on ${momentWords(account.accountExpiresAt)}`}. If it should not have, extend it: Set-ADAccountExpiration ${powershellName(account)} -DateTime <day>`,
  'smart-card': ({ account }) =>
    `A smart card is required to sign in, so a password is of no use. Have a new card issued, or allow passwords: Set-ADUser ${powershellName(account)} -SmartcardLogonRequired $false`,
  'cannot-change-password': ({ account }) =>
    `“User cannot change password” is set, so it is not theirs to reset or unlock. If it should be, clear it: Set-ADUser ${powershellName(account)} -CannotChangePassword $false`,
  'no-reset-right': () =>
    'The self-service account may not reset its password. Run latchkey doctor: it prints the command that grants Reset Password on its OU; if inheritance is switched off on the account, switch it on.',
  'no-unlock-right': () =>
    'The self-service account may not write its lockoutTime, and neither unlocks nor resets. Run latchkey doctor: it prints the command that grants it on its OU; if inheritance is switched off on the account, switch it on.',
  'password-expired': ({ userConfiguration, account }) =>
    `Its password ${account.mustChangePassword ? 'must be changed' : 'has expired'}, so an unlock would not help. ${userConfiguration?.actions.reset.offered ? 'A new password does it' : `Offer a reset in ${nameOf(userConfiguration)}`}, or allow unlocking even then in ${nameOf(userConfiguration)}.`,
  locked: ({ userConfiguration, until }) =>
    `It is locked, and no password is set while it is. ${userConfiguration?.actions.unlock.offered ? 'Unlock it first' : `Offer an unlock in ${nameOf(userConfiguration)}`}${until === undefined ? '' : `, or wait until ${momentWords(until)}`}, or allow a reset even then in ${nameOf(userConfiguration)}.`,
  'minimum-age': ({ userConfiguration, until }) =>
    `Its password is younger than it has to be. Wait${until === undefined ? '' : ` until ${momentWords(until)}`}, or allow a reset before that in ${nameOf(userConfiguration)}.`,
};

const nameOf = (userConfiguration: UserConfiguration | undefined): string =>
  userConfiguration ? `the user configuration ${quoted(userConfiguration.name)}` : 'its user configuration';

/** As a POSIX shell takes it. */
const shellName = ({ person, username }: Account): string =>
  `'${`${person.domain}\\${username}`.replaceAll("'", String.raw`'\''`)}'`;
const powershellName = ({ username }: Account): string => `'${username.replaceAll("'", "''")}'`;

function blockedWords(blocked: MatchedSomebody['blocked']): string {
  if (!blocked) return 'The account is on the block list.';
  const { entry, index, through } = blocked;
  const whom = through === 'user' ? 'by name' : `through the group ${quoted(entry.group?.name ?? '')}`;
  const ways = [
    'remove the entry',
    ...(through === 'group' ? ['take the account out of the group'] : []),
    ...(entry.until === undefined ? [] : [`wait until ${instantWords(entry.until)}`]),
  ];
  return `Entry ${String(index + 1)} of the block list blocks it ${whom}: ${quoted(entry.reason)}. What helps: ${ways.join(', or ')}.`;
}

function registerMoreWords(context: FixContext): string {
  const { account, userConfiguration, action, provable, configuration, now } = context;
  const rule = userConfiguration?.actions[action];
  const proofs = provable.map((method) => ({ method, at: now }));
  const standing = rule ? judge(rule, proofs, now) : undefined;
  if (standing?.kind !== 'missing') return 'Too little has been registered.';
  const { required, anyOf, count } = standing;
  const off = [...required, ...(count > 0 ? anyOf : [])].filter(
    (method) => !isOn(configuration.document, method),
  );
  if (off.length > 0)
    return `It also asks for ${words(off)}, which is switched off. Switch it on, or ask for something else in ${nameOf(userConfiguration)}.`;
  const some = anyOf.length > count ? `${String(count)} of ${words(anyOf)}` : words(anyOf);
  const lacking = [...required.map((method) => METHOD_WORDS[method]), ...(count > 0 ? [some] : [])];
  return `Too little has been registered: it also asks for ${listed(lacking)}. Remind them to register the rest: latchkey registrations remind ${shellName(account)}`;
}

const words = (methods: readonly MethodName[]): string =>
  listed(methods.map((method) => METHOD_WORDS[method]));
