import { ROTATION_STEPS } from '../../../domain/rotation/rotate.ts';
import { faultOf, type RotationFault } from './rotation-faults.ts';
import { type Role, type RotationPlace, rotationScene, type RotationScene } from './rotation-scene.ts';

export interface Rotations {
  readonly times: number;
  /** With which fault of the series to begin. */
  readonly from?: number;
  /** Whether five of ten rotations follow so soon that functions still remember what was in force two rotations before. */
  readonly hasty: boolean;
}

/** What came of rotations under a load. */
export interface Rotated {
  readonly rotations: number;
  readonly recoveries: number;
  /** Recoveries in which a credential was refused and read anew, once. */
  readonly retried: number;
  /** Steps that broke off by a fault. */
  readonly broken: number;
  /** One sentence for each thing that was not as promised. */
  readonly wrong: readonly string[];
}

const LONGER_THAN_REMEMBERED = 6 * 60_000;

/** Rotates both secrets by turns so many times, a fault in each rotation, while people are recovered. */
export async function rotateUnderLoad(
  place: RotationPlace,
  { times, from = 0, hasty }: Rotations,
): Promise<Rotated> {
  const scene = await rotationScene(place);
  const { load } = scene;
  const wrong: string[] = [];
  let broken = 0;
  try {
    for (let nth = from; nth < from + times; nth += 1) {
      if (!hasty || nth % 10 < 5) scene.clock.pass(LONGER_THAN_REMEMBERED);
      const fault = faultOf(nth);
      try {
        broken += await rotated(scene, nth % 2 === 0 ? 'self-service' : 'data-proxy', fault);
      } catch (error) {
        wrong.push(`rotation ${nth} with ${JSON.stringify(fault)}: ${String(error)}`);
      }
    }
    await load.round();
  } finally {
    await scene.stop();
  }
  const [recoveries, retried] = [load.done(), load.retried()];
  return { rotations: times, recoveries, retried, broken, wrong: [...wrong, ...load.wrong] };
}

/** One whole rotation, however often it takes to begin. Answers how many steps broke off. */
async function rotated(scene: RotationScene, role: Role, fault: RotationFault): Promise<number> {
  const first = scene.begun(role);
  const broken = await brokenAt(scene, role, fault, first);
  const again = broken > 0 && fault.afterwards === 'rotate anew' ? scene.begun(role) : first;
  for (const Step of ROTATION_STEPS) {
    await scene.rotate()({ ...again, Step });
    await scene.check(role);
    // Where another password begins to hold, and where another account does.
    if (Step === 'setSecret' || Step === 'finishSecret') await scene.load.round();
  }
  return broken;
}

/** Rotates up to the step that is to break off, and into it. */
async function brokenAt(
  scene: RotationScene,
  role: Role,
  fault: RotationFault,
  rotation: ReturnType<RotationScene['begun']>,
): Promise<number> {
  for (const Step of ROTATION_STEPS) {
    if (Step === fault.step) break;
    await scene.rotate()({ ...rotation, Step });
    await scene.check(role);
  }
  const broken = await scene
    .rotate(fault)({ ...rotation, Step: fault.step })
    .then(
      () => 0,
      () => 1,
    );
  await scene.check(role);
  return broken;
}
