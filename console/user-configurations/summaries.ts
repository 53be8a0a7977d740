import type { Audience, UserConfiguration } from '../../client/client.ts';
import { METHOD_WORDS } from '../parts/method-words.ts';
import type { ActionRule } from './action-rule.ts';

const inAudience = ({ everyone, users, groups, units, filter }: Audience): readonly string[] => [
  ...(everyone ? ['everyone'] : []),
  ...users.map(({ name }) => name),
  ...groups.map(({ name }) => `members of ${name}`),
  ...units.map((unit) => `everyone under ${unit}`),
  ...(filter === undefined ? [] : [`whoever the filter ${filter} finds`]),
];

/** Whom a user configuration matches, in a line. */
export function matchSummary({ include, exclude }: UserConfiguration): string {
  const not = inAudience(exclude);
  const whom = inAudience(include).join(', ') || 'nobody';
  return `${whom.charAt(0).toUpperCase()}${whom.slice(1)}${not.length > 0 ? `; not ${not.join(', ')}` : ''}`;
}

/** Whether an action is offered and what must be proven for it, in a line. */
export function ruleSummary({ offered, required, optional, minimumOptional }: ActionRule): string {
  if (!offered) return 'Not offered';
  const words = (methods: ActionRule['required']) =>
    methods.map((method) => METHOD_WORDS[method]).join(' + ');
  const some =
    minimumOptional > 0
      ? `${minimumOptional} of: ${optional.map((method) => METHOD_WORDS[method]).join(', ')}`
      : '';
  return [words(required), some].filter((part) => part !== '').join(', and ') || 'Offered without any proof';
}
