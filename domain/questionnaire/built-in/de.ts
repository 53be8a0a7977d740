import type { BuiltInTexts } from './ids.ts';

/** The built-in questions in German. */
export const german: BuiltInTexts = {
  'first-concert': 'Wer stand bei dem ersten Konzert oder Auftritt auf der Bühne, an das Sie sich erinnern?',
  'childhood-street': 'Wie hieß die Straße, in der Sie mit zehn Jahren wohnten?',
  'first-teacher': 'Wie hieß die erste Lehrkraft, die Sie mochten, mit Nachnamen?',
  'school-neighbour': 'Wer saß in der ersten Schulklasse, an die Sie sich erinnern, neben Ihnen?',
  'teacher-nickname': 'Welchen Spitznamen hatte eine Lehrkraft in Ihrer Klasse?',
  'bedtime-toy': 'Wie nannten Sie das Spielzeug, das Sie als Kind mit ins Bett nahmen?',
  'childhood-friend':
    'Wie hieß jemand aus dem Freundeskreis Ihrer Kindheit, den Sie aus den Augen verloren haben, mit Vor- und Nachnamen?',
  'first-wages': 'Was haben Sie sich von Ihrem ersten selbst verdienten Geld gekauft?',
  'lost-thing': 'Was haben Sie als Kind verloren und nie wiedergefunden?',
  'wall-picture': 'Wer oder was war auf dem ersten Bild zu sehen, das Sie sich an die Wand gehängt haben?',
  'first-trip': 'Wohin führte Ihre erste Reise ohne Ihre Familie?',
  'childhood-neighbours':
    'Wie hießen die Nachbarn aus Ihrer Kindheit, an die Sie sich am besten erinnern, mit Nachnamen?',
};
