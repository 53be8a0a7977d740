import { randomBytes, randomInt } from 'node:crypto';
import { join } from 'node:path';
import { startLookAlike } from '../../local/directory/look-alike.ts';
import { controllersOf } from '../journeys/proofs/controllers.ts';
import { freshPeople, oneAfterTheOther } from '../journeys/proofs/fresh-people.ts';
import { killAnywhere, killEverywhere, type Killed } from '../journeys/proofs/kill-everywhere.ts';
import { sceneAt, type Scene } from '../journeys/proofs/killed.ts';
import type { Act, StoreFound } from '../journeys/proofs/work-order.ts';
import type { Batch, Soak, SoakGround } from './soak.ts';

const PEOPLE = 80;

async function onScene(
  { folder }: SoakGround,
  store: StoreFound,
  kill: (scene: Scene, nextPerson: () => string) => Promise<Killed>,
): Promise<Batch> {
  const people = freshPeople(PEOPLE);
  const next = oneAfterTheOther(people);
  const lookAlike = await startLookAlike({ cast: people });
  try {
    const { kills, wrong } = await kill(
      await sceneAt(controllersOf(lookAlike), store, folder),
      () => next().username,
    );
    return { done: kills, wrong };
  } finally {
    await lookAlike.stop();
  }
}

/** A file of its own each time: the people of the next batch are called the same. */
const aFile = ({ folder }: SoakGround): StoreFound => ({
  kind: 'sqlite',
  file: join(folder, `central-store-${randomBytes(4).toString('hex')}.sqlite`),
});

/** Each call of a port is two points, before it and after it; what is counted are kills. */
const everywhere = (act: Act, points: number): Soak => ({
  name: `kill-${act}`,
  what: `SIGKILL at each of ${points} points: ${act} (SQLite)`,
  unit: 'kills',
  goal: points * 100,
  batch: (ground) => onScene(ground, aFile(ground), (scene, next) => killEverywhere(scene, act, next)),
});

const ANYWHERE_WAVES = 10;

/** Processes that are killed, in known places and in unknown ones. */
export const KILLS: readonly Soak[] = [
  everywhere('reset', 14),
  everywhere('unlock', 12),
  everywhere('change', 26),
  {
    name: 'kill-reset-dynamodb',
    what: 'SIGKILL at each of 14 points of a reset (DynamoDB Local)',
    unit: 'kills',
    goal: 1400,
    needsDynamoDb: true,
    batch: (ground) => {
      const accessKeyId = `k${randomBytes(9).toString('hex')}`;
      const store = { kind: 'dynamodb', endpoint: ground.dynamodb ?? '', accessKeyId } as const;
      return onScene(ground, store, (scene, next) => killEverywhere(scene, 'reset', next));
    },
  },
  {
    name: 'kill-anywhere',
    what: 'SIGKILL of a reset after 0 to 60 ms, wherever it is then (SQLite)',
    unit: 'kills',
    goal: 1000,
    batch: (ground) =>
      onScene(ground, aFile(ground), async (scene, next) => {
        const killed: Killed[] = [];
        for (let wave = 0; wave < ANYWHERE_WAVES; wave += 1)
          killed.push(await killAnywhere(scene, 'reset', next, () => randomInt(60)));
        return {
          points: killed.flatMap(({ points }) => points),
          kills: killed.reduce((sum, { kills }) => sum + kills, 0),
          wrong: killed.flatMap(({ wrong }) => wrong),
        };
      }),
  },
];
