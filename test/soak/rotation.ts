import { startLookAlike } from '../../local/directory/look-alike.ts';
import { settingsOf } from '../adapters/active-directory/ports-of.ts';
import { freshPeople } from '../journeys/proofs/fresh-people.ts';
import { rotateUnderLoad } from '../journeys/proofs/rotating.ts';
import type { Soak } from './soak.ts';

const AT_ONCE = 20;
let before = 0;

/** Rotations of both secrets by turns, a fault in each, while people are unlocked and reset without a pause. */
export const ROTATION: Soak = {
  name: 'rotation',
  what: 'rotations of our own accounts under recoveries, a fault in each (process gone, wire cut, store away): no recovery fails, none tries twice',
  unit: 'rotations',
  goal: 200,
  async batch() {
    const people = freshPeople(4);
    const lookAlike = await startLookAlike({ cast: people });
    try {
      const rotated = await rotateUnderLoad(
        {
          settings: settingsOf([lookAlike.url], lookAlike.ca),
          domainController: { host: '127.0.0.1', port: lookAlike.port },
          usernames: people.map(({ username }) => username),
        },
        { times: AT_ONCE, from: before, hasty: true },
      );
      before += AT_ONCE;
      const { rotations, recoveries, retried, broken, wrong } = rotated;
      return {
        done: rotations,
        wrong,
        samples: { recoveries: [recoveries], retried: [retried], broken: [broken] },
      };
    } finally {
      await lookAlike.stop();
    }
  },
  verdict({ recoveries = [], retried = [], broken = [] }) {
    const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0);
    return `${sum(recoveries)} recoveries, ${sum(retried)} of them with a credential read anew once; ${sum(broken)} steps broke off`;
  },
};
