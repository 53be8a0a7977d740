/** What each kind of event is called, in the order in which they are offered to pick from. */
export const KIND_WORDS: Readonly<Record<string, string>> = {
  'proof-refused': 'Proof refused',
  'change-intended': 'Change begun',
  'change-settled': 'Change settled',
  'repair-refused': 'Change refused',
  'signed-in': 'Signed in to their registration',
  'sign-in-refused': 'Sign-in to their registration refused',
  'method-registered': 'Method registered',
  'method-removed': 'Method removed',
  'registration-revoked': 'Registration revoked',
  'self-service-frozen': 'Self-service put on hold',
  'self-service-unfrozen': 'Hold on self-service lifted',
  'post-action-settled': 'Post action done or given up',
  'reminder-sent': 'Reminder sent',
  'administrator-signed-in': 'Administrator signed in',
  'administrator-refused': 'Administrator refused',
  'administrator-signed-out': 'Administrator signed out',
  'draft-saved': 'Draft saved',
  'draft-dropped': 'Draft dropped',
  'draft-reviewed': 'Draft reviewed',
  'configuration-published': 'Configuration published',
  'report-read': 'Report read',
};

/** The words for a kind; a service newer than this page may know kinds that it does not. */
export const kindWords = (kind: string): string => KIND_WORDS[kind] ?? kind.replaceAll('-', ' ');
