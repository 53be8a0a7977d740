/**
 * The questions that come with the product. Their answers stay, stand in no register, are not what colleagues talk
 * about, and are hard to guess: no favourites, which change, and nothing of a family's papers. An id stands for its
 * meaning, for good (OWASP Choosing and Using Security Questions).
 */
export const BUILT_IN_IDS = [
  'first-concert',
  'childhood-street',
  'first-teacher',
  'school-neighbour',
  'teacher-nickname',
  'bedtime-toy',
  'childhood-friend',
  'first-wages',
  'lost-thing',
  'wall-picture',
  'first-trip',
  'childhood-neighbours',
] as const;

/** The wording of every built-in question in one language. */
export type BuiltInTexts = Readonly<Record<(typeof BUILT_IN_IDS)[number], string>>;
