import type { Prospect } from '../../client/client.ts';

export type Colour = Prospect['colour'];

/** For whom it would work, in a few words. */
export const COLOUR_WORDS: Readonly<Record<Colour, string>> = {
  green: 'All works',
  amber: 'Some works, or later',
  red: 'Nothing works',
};
