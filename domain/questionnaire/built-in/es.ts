import type { BuiltInTexts } from './ids.ts';

/** The built-in questions in Spanish. */
export const spanish: BuiltInTexts = {
  'first-concert': '¿Quién actuaba en el primer concierto o espectáculo que recuerda?',
  'childhood-street': '¿Cómo se llamaba la calle donde vivía a los diez años?',
  'first-teacher': '¿Cuál era el apellido de la primera persona cuyas clases le gustaron en la escuela?',
  'school-neighbour': '¿Quién se sentaba a su lado en la primera clase de la escuela que recuerda?',
  'teacher-nickname': '¿Qué apodo le puso su clase a alguien del profesorado?',
  'bedtime-toy': '¿Cómo llamaba al juguete con el que dormía en su infancia?',
  'childhood-friend':
    '¿Cuál era el nombre completo de una amistad de la infancia con la que ha perdido el contacto?',
  'first-wages': '¿Qué compró con el primer dinero que ganó?',
  'lost-thing': '¿Qué perdió en su infancia y nunca volvió a encontrar?',
  'wall-picture': '¿Quién o qué aparecía en la primera imagen que colgó en su pared?',
  'first-trip': '¿Adónde fue en su primer viaje sin su familia?',
  'childhood-neighbours': '¿Cuál era el apellido de la familia vecina que mejor recuerda de su infancia?',
};
