import type { BuiltInTexts } from './ids.ts';

/** The built-in questions in English. */
export const english: BuiltInTexts = {
  'first-concert': 'Who was on stage at the first concert or show you remember?',
  'childhood-street': 'What was the name of the street where you lived when you were ten?',
  'first-teacher': 'What was the surname of the first teacher you liked?',
  'school-neighbour': 'Who sat next to you in the earliest school class you remember?',
  'teacher-nickname': 'What nickname did your class have for a teacher?',
  'bedtime-toy': 'What did you call the toy you took to bed as a child?',
  'childhood-friend': 'What was the full name of a childhood friend you have lost touch with?',
  'first-wages': 'What did you buy with the first money you earned?',
  'lost-thing': 'What did you lose as a child and never find again?',
  'wall-picture': 'Who or what was on the first picture you put up on your wall?',
  'first-trip': 'Where did your first trip without your family take you?',
  'childhood-neighbours': 'What was the surname of the neighbours you remember best from your childhood?',
};
