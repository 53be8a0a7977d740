/** The parts of a document that change on their own. */
export const SECTIONS = [
  'userConfigurations',
  'blockList',
  'questions',
  'groups',
  'questionnaire',
  'methods',
  'textMessages',
  'searchForm',
  'registering',
  'postActions',
  'passwords',
  'languages',
  'branding',
  'access',
] as const;
export type Section = (typeof SECTIONS)[number];

/** What changes about one thing, in sentences that an administrator reads before publishing. */
export interface Change {
  readonly section: Section;
  /** The id of the thing in its section; the section's own name where there is only one. */
  readonly id: string;
  /** What people call it. */
  readonly name: string;
  readonly kind: 'added' | 'removed' | 'changed';
  /** Sentences that are no longer true. */
  readonly before: readonly string[];
  /** Sentences that become true. */
  readonly after: readonly string[];
}
