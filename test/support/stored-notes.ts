import { randomUUID } from 'node:crypto';
import type { PostActionJob } from '../../domain/post-actions/job.ts';
import type { Freeze } from '../../domain/ports/person-notes.ts';
import type { Repudiation } from '../../domain/ports/repudiations.ts';
import { aPerson, DAY, NOW, sealedAs } from './stored-records.ts';

export const aFreeze = (changes: Partial<Freeze> = {}): Freeze => ({
  at: NOW,
  by: 'person',
  contact: sealedAs('jo@example.net'),
  since: NOW - DAY,
  ...changes,
});

export const aRepudiation = (changes: Partial<Repudiation> = {}): Repudiation => ({
  person: aPerson(),
  reference: 'K7Q2-M9XD',
  contact: sealedAs('jo@example.net'),
  purpose: 'freeze',
  at: NOW,
  expiresAt: NOW + 7 * DAY,
  ...changes,
});

export const aJob = (changes: Partial<PostActionJob> = {}): PostActionJob => ({
  id: randomUUID(),
  person: aPerson(),
  account: { username: 'jo', displayName: 'Jo Example', mail: '' },
  action: 'reset',
  at: NOW,
  reference: 'K7Q2-M9XD',
  name: 'Tell the service desk',
  work: { kind: 'webhook', endpoint: 'service-desk', text: 'jo has a new password' },
  failures: 0,
  ...changes,
});
