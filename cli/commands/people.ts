import type { Setting } from '../setting.ts';
import { toMany, type ManyOptions } from './many-people.ts';

type Reasoned = ManyOptions & { readonly reason: string };

/** Puts self-service on hold for people; they are told, and their accounts are not touched. */
export const freeze = (setting: Setting, users: readonly string[], options: Reasoned): Promise<void> =>
  toMany(setting, users, options, {
    verb: 'put self-service on hold for',
    would: 'would be frozen',
    good: ['frozen', 'already-frozen'],
    act: (people) =>
      setting.call('POST /api/admin/people/freeze', { body: { people, reason: options.reason } }),
  });

/** Lifts that again, whoever froze it; they are told. */
export const unfreeze = (setting: Setting, users: readonly string[], options: Reasoned): Promise<void> =>
  toMany(setting, users, options, {
    verb: 'lift the hold on self-service for',
    would: 'would be unfrozen',
    good: ['unfrozen', 'not-frozen'],
    act: (people) =>
      setting.call('POST /api/admin/people/unfreeze', { body: { people, reason: options.reason } }),
  });
