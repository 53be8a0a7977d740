import { modelPerson, type ModelPerson } from './model-person.ts';
import type { ModelGround } from './model-ground.ts';
import type { World } from './world.ts';

/** Saved codes that one run of steps may use up at the most, and a few. */
const ENOUGH = 4;

/** Two people for each run, in turn; who has few saved codes left makes new ones first. */
export function pairsOf({ running }: ModelGround, people: number): () => Promise<World['people']> {
  const known = new Map<string, ModelPerson>();
  let turn = 0;
  const next = async (): Promise<ModelPerson> => {
    const username = `model${String(turn % people)}`;
    turn += 1;
    const before = known.get(username);
    const isReady = before !== undefined && before.savedCodes.length - before.model.nextSaved() >= ENOUGH;
    const ready = isReady ? before : await modelPerson(running, username);
    known.set(username, ready);
    return ready;
  };
  return async () => ({ jo: await next(), ann: await next() });
}
