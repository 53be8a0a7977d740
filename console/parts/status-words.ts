import type { Status } from '../../client/client.ts';

/** How far somebody has registered, or why it is no matter. */
export const STATUS_WORDS: Readonly<Record<Status, string>> = {
  registered: 'Registered',
  partly: 'Partly registered',
  'out-of-date': 'Out of date',
  never: 'Never registered',
  blocked: 'Blocked',
  'not-offered': 'Nothing offered',
  protected: 'Protected account',
};
