import type { Setting } from '../setting.ts';
import { toMany, type ManyOptions } from './many-people.ts';

/** Takes away what people registered; they are told. */
export const revoke = (
  setting: Setting,
  users: readonly string[],
  options: ManyOptions & { readonly reason: string },
): Promise<void> =>
  toMany(setting, users, options, {
    verb: 'revoke the registration of',
    would: 'would be revoked',
    good: ['revoked', 'not-registered'],
    act: (people) =>
      setting.call('POST /api/admin/registrations/revoke', { body: { people, reason: options.reason } }),
  });

/** Reminds people to register; nobody more than once a day, nor who is registered. */
export const remind = (setting: Setting, users: readonly string[], options: ManyOptions): Promise<void> =>
  toMany(setting, users, options, {
    verb: 'write to',
    would: 'would be reminded',
    good: ['sent', 'registered', 'already-reminded-today'],
    act: (people) => setting.call('POST /api/admin/registrations/remind', { body: { people } }),
  });
