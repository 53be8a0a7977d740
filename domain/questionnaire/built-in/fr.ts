import type { BuiltInTexts } from './ids.ts';

/** The built-in questions in French. */
export const french: BuiltInTexts = {
  'first-concert': 'Qui était sur scène lors du premier concert ou spectacle dont vous vous souvenez ?',
  'childhood-street': 'Comment s’appelait la rue où vous habitiez à l’âge de dix ans ?',
  'first-teacher':
    'Quel était le nom de famille de la première personne dont vous avez aimé les cours à l’école ?',
  'school-neighbour': 'Qui était à côté de vous dans la première classe dont vous vous souvenez ?',
  'teacher-nickname': 'Quel surnom votre classe donnait-elle à une personne qui enseignait ?',
  'bedtime-toy': 'Comment appeliez-vous le jouet ou la peluche avec qui vous dormiez dans votre enfance ?',
  'childhood-friend':
    'Quels sont le prénom et le nom d’une personne amie d’enfance que vous avez perdue de vue ?',
  'first-wages': 'Qu’avez-vous acheté avec le premier argent que vous avez gagné ?',
  'lost-thing': 'Qu’avez-vous perdu dans votre enfance sans jamais le retrouver ?',
  'wall-picture': 'Qui ou quoi voyait-on sur la première image que vous avez accrochée à votre mur ?',
  'first-trip': 'Où êtes-vous allé(e) lors de votre premier voyage sans votre famille ?',
  'childhood-neighbours':
    'Quel était le nom de famille des voisins de votre enfance dont vous vous souvenez le mieux ?',
};
