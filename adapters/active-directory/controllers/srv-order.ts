/** One SRV record, as far as it matters here: the port is always 636. */
export interface Target {
  readonly name: string;
  readonly priority: number;
  readonly weight: number;
}

/**
 * The targets in the order in which they are to be tried (RFC 2782): the lowest priority number first; within one, by
 * lot, the heavier the sooner. `chance` gives numbers from 0 to below 1.
 */
export function inSrvOrder(targets: readonly Target[], chance: () => number): readonly Target[] {
  const priorities = [...new Set(targets.map(({ priority }) => priority))].toSorted((a, b) => a - b);
  return priorities.flatMap((priority) =>
    drawn(
      targets.filter((target) => target.priority === priority),
      chance,
    ),
  );
}

function drawn(targets: readonly Target[], chance: () => number): readonly Target[] {
  // Those without weight come first, so that they have a small chance too (RFC 2782).
  const rest = targets.toSorted((one, other) => Math.sign(one.weight) - Math.sign(other.weight));
  const order: Target[] = [];
  while (rest.length > 0) {
    const lot = chance() * rest.reduce((sum, { weight }) => sum + weight, 0);
    let passed = 0;
    const at = rest.findIndex(({ weight }) => (passed += weight) >= lot);
    order.push(...rest.splice(Math.max(at, 0), 1));
  }
  return order;
}
