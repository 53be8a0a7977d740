import { ApiProblem } from '../client/client.ts';

/** What a problem of the API means, and what to do next. */
const SENTENCES: Readonly<Record<string, string>> = {
  unreachable: 'The service could not be reached. Check the network, then try again.',
  'session-gone': 'Your visit has ended. Sign in again; what you typed is still here.',
  'sign-in-refused':
    'That user name and password do not open the console. Check both, or ask another administrator.',
  'role-missing':
    'Your role does not include this. Ask an administrator to do it, or to give your group the role.',
  'draft-moved': 'Your draft was changed in another window. Load it again before you go on.',
  'review-first': 'Look at the review of this very draft before you publish it.',
  'nothing-changed': 'The draft says what is in force already; there is nothing to publish.',
  'configuration-changed-meanwhile':
    'Somebody else published meanwhile. Bring their changes into your draft, then review again.',
  'choose-first':
    'Both of you changed the same things. Look at the review again, choose whose to keep, then bring them in.',
  'document-mistakes': 'It has mistakes that must be put right first.',
  'access-needs-administrator': 'Only an administrator may change who has access.',
  'document-too-large':
    'The configuration is too large to be kept. Shorten or remove something; a logo takes most.',
  'reason-missing': 'Write down why first.',
  'earlier-until-missing':
    'People are asked something else: say until when their present answers are good, two years ahead at the most.',
  'no-such-version': 'That version is not there. Load the list of versions again.',
  'too-many-people': 'That is too many people at once. Choose up to 100.',
  'unit-unknown': 'That OU is not in the directory. Check how it is written.',
  'username-unknown': 'Nobody of that user name is in the directory. Check the spelling.',
  'username-unreadable': 'That is no user name. Write it as asmith, CORP\\asmith or asmith@example.com.',
  'body-too-large': 'What was sent is too large. Shorten or remove something; a logo takes most.',
  'field-too-long': 'Something that was typed is too long. Shorten it.',
  'route-unknown': 'The service does not know this; it may have been deployed anew. Load the console again.',
  'service-problem':
    'The service has a problem. In a few minutes, look whether it was done, or done in part, before you try again.',
};

/** A problem in sentences: what it means, what is wrong with the document if that is it, and what to read out. */
export const problemSentence = ({ code, reference, problem }: ApiProblem): string =>
  [
    code === 'slow-down'
      ? slowDown(problem.retryAfterSeconds ?? 60)
      : (SENTENCES[code] ?? `The service refused this: ${code.replaceAll('-', ' ')}.`),
    ...(code === 'service-problem' && problem.detail !== undefined ? [`${problem.detail}.`] : []),
    ...(problem.mistakes ?? []).map(({ message, remedy }) => `${message} ${remedy}`),
    ...(reference === '' ? [] : [`Reference ${reference}.`]),
  ].join(' ');

function slowDown(seconds: number): string {
  const minutes = Math.ceil(seconds / 60);
  return `There have been too many tries. Wait ${minutes === 1 ? 'a minute' : `${minutes} minutes`}, then try again.`;
}

/** Why something failed, whatever was thrown. */
export const reasonOf = (cause: unknown): string =>
  cause instanceof ApiProblem
    ? problemSentence(cause)
    : 'The service could not be reached. Check the network, then try again.';
