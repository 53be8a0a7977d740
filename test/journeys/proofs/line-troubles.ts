import type { Relay } from '../../adapters/active-directory/relay.ts';

/** What may happen to the domain controller in use: a message is lost or late and its line cut, or it is gone from then on. */
export const TROUBLES = [
  'down',
  'lose-answer',
  'lose-request',
  'late-request',
  'die-with-answer',
  'die-with-request',
] as const;
export type Trouble = (typeof TROUBLES)[number];

/** Lets it happen from now on, to whoever is at the end of that line. */
export async function strike(line: Relay | undefined, trouble: Trouble): Promise<void> {
  switch (trouble) {
    case 'down':
      return line?.down();
    case 'lose-answer':
      return line?.loseOne('answer');
    case 'lose-request':
      return line?.loseOne('request');
    case 'late-request':
      return line?.delayOne();
    case 'die-with-answer':
      return line?.dieWith('answer');
    case 'die-with-request':
      return line?.dieWith('request');
  }
}
