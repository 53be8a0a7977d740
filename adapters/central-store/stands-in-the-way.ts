import type { Flow } from '../../domain/recovery/flow.ts';

/**
 * Whether the flow of a person that was last to execute keeps another one of theirs from executing now: because it still does,
 * or because it was settled since the other one began to look at the account (`lookedAt`), which may have seen what is no longer so.
 * The two times come from two clocks, yet the one is taken before a connection is made, the other after a change was answered:
 * they are further apart than clocks of one region are.
 */
export const standsInTheWay = ({ state, outcome }: Flow, lookedAt: number): boolean =>
  state === 'executing' || (outcome !== undefined && outcome.at >= lookedAt);
