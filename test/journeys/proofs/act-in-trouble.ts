import { Failure } from '../../../domain/failure.ts';
import type { RepairDesk } from '../../../domain/ports/repair-desk.ts';
import { repairAccount } from '../../../domain/recovery/repair.ts';
import type { Relay } from '../../adapters/active-directory/relay.ts';
import { watchedPorts } from '../../support/watched-ports.ts';
import { SOURCE } from './do-work.ts';
import type { Scene } from './killed.ts';
import { strike, type Trouble } from './line-troubles.ts';
import { toldBy } from './told.ts';
import type { Moment, WorkOrder } from './work-order.ts';
import { directoryPorts } from './work-ports.ts';

/** A scene whose domain controllers are behind lines; the first line leads to the one in use. */
export interface LinedScene extends Scene {
  readonly lines: readonly Relay[];
}

/** Works at a bench as the product's own does, or not: for showing that the proof sees the difference. */
export type Careless = (repairs: RepairDesk, order: WorkOrder) => RepairDesk;

/** One trouble, at one call. */
export interface Case {
  readonly call: number;
  readonly moment: Moment;
  readonly trouble: Trouble;
  /** Whether the domain controller comes back before the sweeper. */
  readonly back: boolean;
}

/** Acts as the product does, with fresh connections; at one call the trouble comes. */
export async function actInTrouble(
  scene: LinedScene,
  order: WorkOrder,
  { call: nth, moment, trouble }: Case,
  careless: Careless = (repairs) => repairs,
) {
  const [line] = scene.lines;
  let calls = 0;
  let point: string | undefined;
  const { repairs, ...rest } = directoryPorts(scene.found.directory);
  const watched = watchedPorts({ ...scene.ports, ...rest, repairs }, async (name, call) => {
    calls += 1;
    if (calls !== nth) return call();
    point = name;
    if (moment === 'before') await strike(line, trouble);
    try {
      return await call();
    } finally {
      if (moment === 'after') await strike(line, trouble);
    }
  });
  const ports = { ...watched, repairs: careless(watched.repairs, order) };
  const { act, key, operation, newPassword } = order;
  const repair = act === 'reset' ? { action: act, newPassword } : { action: 'unlock' as const };
  try {
    return { told: toldBy(await repairAccount(ports, { key, source: SOURCE, operation }, repair)), point };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    // What the edge says of a Failure: that nothing was changed.
    return { told: 'unchanged' as const, point };
  }
}
