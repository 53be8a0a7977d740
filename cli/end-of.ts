import { UNREACHABLE } from '../client/api-problem.ts';
import { ApiProblem } from '../client/client.ts';
import { CommandEnds, EXIT, type ExitCode } from './exit-codes.ts';
import { mistakeLines } from './mistake-lines.ts';
import type { Setting } from './setting.ts';

type Place = Pick<Setting, 'base' | 'command'>;
/** What a refusal means, and what to do about it. */
type Ending = (problem: ApiProblem, place: Place) => readonly [ExitCode, string];

/** What went wrong, in the words of whoever typed the command. What is no end of a command is thrown on. */
export function endOf(problem: unknown, place: Place): CommandEnds {
  if (problem instanceof CommandEnds) return problem;
  if (!(problem instanceof ApiProblem)) throw problem;
  const [code, sentence] = (ENDINGS[problem.code] ?? unknownEnding)(problem, place);
  const reference = problem.reference === '' ? '' : ` Reference ${problem.reference}.`;
  return new CommandEnds(code, sentence + reference);
}

const ENDINGS: Readonly<Record<string, Ending>> = {
  [UNREACHABLE]: ({ status }, { base }) => [
    EXIT.failed,
    status === 0
      ? `${base} could not be reached. Is it running, is the address right, and does your network lead there?`
      : `${base} answered ${status}, and not as the administration API does. Is the address right, and is yours on administration.allowList?`,
  ],
  'session-gone': (_, { base, command }) => [
    EXIT.notAllowed,
    `Not signed in to ${base}, or the visit has ended. Run: ${command('sign-in --username NAME')}`,
  ],
  'sign-in-refused': () => [
    EXIT.notAllowed,
    'That user name and password do not open the administration. Check both, that the account is not locked, and that it is in one of its groups.',
  ],
  'role-missing': ({ problem: { roles = [] } }) => [
    EXIT.notAllowed,
    `Your role does not allow this; it takes ${roles.join(' or ')}. Ask an administrator.`,
  ],
  'access-needs-administrator': () => [
    EXIT.notAllowed,
    'Only an administrator may change who has access. Leave "access" as it is, or ask one. Nothing has been changed.',
  ],
  'slow-down': ({ problem: { retryAfterSeconds = 60 } }) => [
    EXIT.failed,
    `There have been too many tries. Try again in ${minutes(retryAfterSeconds)}.`,
  ],
  'document-mistakes': ({ problem: { mistakes = [] } }) => [
    EXIT.found,
    ['There are mistakes. Nothing has been changed.', ...mistakeLines(mistakes)].join('\n'),
  ],
  'earlier-until-missing': () => [
    EXIT.found,
    'People would be asked something else. Say until when their present answers are good, a day to come within two years: --earlier-until 2027-03-31. Nothing has been changed.',
  ],
  'configuration-changed-meanwhile': (_, { command }) => [
    EXIT.failed,
    `Somebody else published meanwhile; nothing of yours is in force. See what: ${command('versions list')}, then plan again.`,
  ],
  'draft-moved': (_, { command }) => [
    EXIT.failed,
    `Your draft was changed at the console at the same moment. Publish it there, or run: ${command('draft discard')}`,
  ],
  'review-first': () => [
    EXIT.failed,
    'Something changed while it was being reviewed. Run the command again.',
  ],
  'nothing-changed': () => [EXIT.done, 'It says what is in force already.'],
  'reason-missing': () => [EXIT.usage, '--reason takes 1 to 500 characters.'],
  'no-such-version': (_, { command }) => [
    EXIT.failed,
    `There is no such version. See: ${command('versions list')}`,
  ],
  'username-unknown': () => [EXIT.failed, 'No account, or more than one, is called that.'],
  'unit-unknown': () => [
    EXIT.usage,
    '--under takes the distinguished name of an OU: OU=Staff,DC=corp,DC=example.',
  ],
  'document-too-large': () => [
    EXIT.found,
    'The document is too large to be kept. Take out what is not needed: archived questions, a large logo.',
  ],
  'body-too-large': () => [EXIT.found, 'The document is larger than 1 MiB. Take out what is not needed.'],
  'service-problem': ({ problem: { detail } }) => [
    EXIT.failed,
    [
      ...(detail === undefined ? [] : [`${detail}.`]),
      'The service has a problem. In a few minutes, look whether it was done, or done in part, before you try again.',
    ].join('\n'),
  ],
};

const unknownEnding: Ending = ({ code, status, problem: { field } }, { base }) =>
  code.startsWith('field-') && field !== undefined
    ? [EXIT.usage, `${base} does not take what was given as ${field}.`]
    : [status === 403 ? EXIT.notAllowed : EXIT.failed, `${base} refused this: ${code.replaceAll('-', ' ')}.`];

function minutes(seconds: number): string {
  const count = Math.ceil(seconds / 60);
  return count === 1 ? 'a minute' : `${count} minutes`;
}
