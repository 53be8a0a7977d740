import type { Role } from '../../client/client.ts';

/** What the roles are called, and what each may do. */
export const ROLE_WORDS: readonly { readonly role: Role; readonly name: string; readonly may: string }[] = [
  { role: 'administrator', name: 'Administrators', may: 'May do everything, also change who has access.' },
  {
    role: 'policy-editor',
    name: 'Policy editors',
    may: 'Draft and publish the configuration, except for who has access. They do not see the trail.',
  },
  {
    role: 'help-desk',
    name: 'Help desk',
    may: 'Look people up, revoke what they registered, send reminders, and read the trail.',
  },
  { role: 'auditor', name: 'Auditors', may: 'Read everything, the trail too, and change nothing.' },
];
