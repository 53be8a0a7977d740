import type { Assessment } from '../../client/client.ts';

interface Words {
  readonly type: 'success' | 'info' | 'warning';
  readonly says: string;
}

/** How a policy stands by NIST SP 800-63B-4, in a word. */
export const NIST_WORDS: Readonly<Record<Assessment['nist']['standing'], Words>> = {
  meets: { type: 'success', says: 'As recommended' },
  partly: { type: 'info', says: 'In part' },
  'not-recognised': { type: 'warning', says: 'Not recognised' },
};

/** Whether there is a way without a test of memory, in a word. */
export const wcagWords = ({ meets }: Assessment['wcag']): Words =>
  meets ? { type: 'success', says: 'Met' } : { type: 'warning', says: 'Not met' };

/** How strong the weakest way through is. */
export const pointsWords = (points: number): string => (points === 1 ? '1 point' : `${points} points`);
