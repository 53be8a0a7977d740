import { randomUUID } from 'node:crypto';
import type { PostActionJob } from '../../domain/post-actions/job.ts';
import type { PostAction } from '../../domain/policy/post-action.ts';
import type { JobOf } from '../../domain/ports/post-action-desks.ts';
import { NOW } from './product.ts';
import { anAccount } from './scripted-account.ts';

/** One of each kind, after both actions. */
export const POST_ACTIONS: readonly PostAction[] = [
  {
    id: 'tell-desk',
    name: 'Tell the desk',
    after: ['unlock', 'reset'],
    kind: 'webhook',
    endpoint: 'desk',
    text: '%username%: %action%',
  },
  { id: 'event', name: 'Event', after: ['reset'], kind: 'event', text: '%displayName% <%mail%> at %at%' },
  {
    id: 'note',
    name: 'Note it',
    after: ['unlock', 'reset'],
    kind: 'attribute',
    attribute: 'extensionAttribute7',
    value: '%action% %reference%',
  },
];

const { person } = anAccount('jo');

export const aJob = (changes: Partial<PostActionJob> = {}): PostActionJob => ({
  id: randomUUID(),
  person,
  account: { username: 'jo', displayName: 'Jo "the boss" Okafor', mail: 'jo@corp.example' },
  action: 'reset',
  at: NOW,
  reference: 'K7PM-3QRT',
  name: 'Tell the desk',
  work: { kind: 'webhook', endpoint: 'desk', text: 'jo: reset' },
  failures: 0,
  ...changes,
});

export const aWebhookJob = (text = 'jo: reset', endpoint = 'desk'): JobOf<'webhook'> => ({
  ...aJob(),
  work: { kind: 'webhook', endpoint, text },
});

export const anAttributeJob = (attribute: string, value: string): JobOf<'attribute'> => ({
  ...aJob(),
  work: { kind: 'attribute', attribute, value },
});
