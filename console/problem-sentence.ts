import { ApiProblem } from '../client/client.ts';

/** What a problem of the API means, and what to do next. */
const SENTENCES: Readonly<Record<string, string>> = {
  unreachable: 'The service could not be reached. Check the network, then try again.',
  'session-gone': 'Your visit has ended. Sign in again; what you typed is still here.',
  'sign-in-refused':
    'That user name and password do not open the console. Check both, or ask another administrator.',
  'too-many-tries': 'There have been too many tries. Wait a few minutes, then try again.',
  'draft-moved': 'Your draft was changed in another window. Load it again before you go on.',
  'review-first': 'Look at the review of this very draft before you publish it.',
  'nothing-changed': 'The draft says what is in force already; there is nothing to publish.',
  'configuration-changed-meanwhile':
    'Somebody else published meanwhile. Bring their changes into your draft, then review again.',
  'choose-first':
    'Both of you changed the same things. Look at the review again, choose whose to keep, then bring them in.',
  'document-mistakes': 'It has mistakes that must be put right first.',
  'access-needs-administrator': 'Only an administrator may change who has access.',
  'service-problem': 'The service has a problem. Nothing was changed; try again in a few minutes.',
};

/** A problem in sentences: what it means, what is wrong with the document if that is it, and what to read out. */
export const problemSentence = ({ code, reference, problem }: ApiProblem): string =>
  [
    SENTENCES[code] ?? `The service refused this: ${code.replaceAll('-', ' ')}.`,
    ...(problem.mistakes ?? []).map(({ message, remedy }) => `${message} ${remedy}`),
    ...(reference === '' ? [] : [`Reference ${reference}.`]),
  ].join(' ');

/** Why something failed, whatever was thrown. */
export const reasonOf = (cause: unknown): string =>
  cause instanceof ApiProblem
    ? problemSentence(cause)
    : 'The service could not be reached. Check the network, then try again.';
