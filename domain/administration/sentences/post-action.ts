import type { Action } from '../../policy/action.ts';
import type { PostAction } from '../../policy/post-action.ts';
import { listed, quoted } from './words.ts';

const DONE: Readonly<Record<Action, string>> = { unlock: 'an unlock', reset: 'a reset' };

/** When a post action is done, and what it does. */
export const postActionSentences = (action: PostAction): readonly string[] => [
  action.after.length === 0
    ? 'It is never done.'
    : `It is done after ${listed(
        action.after.map((each) => DONE[each]),
        'or',
      )}.`,
  doneSentence(action),
];

function doneSentence(action: PostAction): string {
  switch (action.kind) {
    case 'webhook':
      return `A signed request with the text ${quoted(action.text)} goes to the webhook ${quoted(action.endpoint)}.`;
    case 'event':
      return `A message with the text ${quoted(action.text)} goes to the topic of the deployment.`;
    case 'attribute':
      return action.value === ''
        ? `The attribute ${quoted(action.attribute)} of the account is emptied.`
        : `The attribute ${quoted(action.attribute)} of the account is set to ${quoted(action.value)}.`;
  }
}
