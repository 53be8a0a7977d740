import type { Entry } from 'ldapts';

/** The attributes that are bytes. ldapts gives a text when the bytes happen to be UTF-8, unless they are named here. */
export const BINARY_ATTRIBUTES = [
  'objectGUID',
  'objectSid',
  'sIDHistory',
  'tokenGroups',
  'nTSecurityDescriptor',
  'logonHours',
];

/** The values of an attribute as texts; none when it is missing. */
export const texts = (entry: Entry, attribute: string): readonly string[] =>
  values(entry, attribute).map(String);

/** The first value of an attribute as text. */
export const text = (entry: Entry, attribute: string): string | undefined => texts(entry, attribute)[0];

/** The values of a binary attribute. */
export const bytes = (entry: Entry, attribute: string): readonly Buffer[] =>
  values(entry, attribute).map((value) => (Buffer.isBuffer(value) ? value : Buffer.from(value)));

/** The values whichever of its four shapes ldapts gave them. */
function values(entry: Entry, attribute: string): readonly (string | Buffer)[] {
  const value = entry[attribute];
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}
