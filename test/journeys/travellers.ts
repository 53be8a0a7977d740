import { member } from './somebody.ts';
import type { Traveller } from './whole-journey.ts';

/** Has not enrolled yet. */
export const noah: Traveller = {
  username: 'noah',
  password: member('noah').password,
  newPassword: 'Granite-Umbrella-58',
  address: 'noah.at.home@example.org',
  answers: {
    'first-concert': 'Fela & the “Africa 70” <live>',
    'childhood-street': 'Allen Avenue 12½',
    'first-teacher': 'Mrs. Ọlábísí',
  },
};

/** Enrolled before, and begins anew: a name and an address full of traps, answers that come back in other clothes. */
export const pat: Traveller = {
  username: 'CORP\\obrien',
  password: member('obrien').password,
  newPassword: 'Täglich frische Brötchen 4',
  address: "pat.o'brien+latchkey@example.net",
  answers: {
    'first-concert': 'サザンオールスターズ',
    'childhood-street': 'St. Brigid’s  Road',
    'first-teacher': 'Ó Súilleabháin',
  },
  answersAgain: {
    'first-concert': 'ｻｻﾞﾝｵｰﾙｽﾀｰｽﾞ',
    'childhood-street': ' ST. BRIGID’S ROAD',
    'first-teacher': 'ó súilleabháin',
  },
};
