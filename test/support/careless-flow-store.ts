import type { FlowStore } from '../../domain/ports/flow-store.ts';

const ENDLESS = Number.MAX_SAFE_INTEGER;

/**
 * Looks first whether a try is left, and counts afterwards, as it is often done: for showing that a proof sees the difference.
 * The first `together` wait for each other after looking: what a race does when it is unlucky, done every time.
 */
export function checkingThenCounting(flows: FlowStore, together: number): FlowStore {
  const { promise: allHaveLooked, resolve: go } = Promise.withResolvers<undefined>();
  let looked = 0;
  return {
    ...flows,
    async reserve(key, toll) {
      const flow = await flows.find(key);
      looked += 1;
      if (looked >= together) go(undefined);
      await allHaveLooked;
      if (!flow || flow.tries >= toll.perFlow) return { kind: 'flow-closed' };
      return flows.reserve(key, {
        ...toll,
        perFlow: ENDLESS,
        perCode: ENDLESS,
        perMethod: ENDLESS,
        perPerson: { ...toll.perPerson, cap: ENDLESS },
      });
    },
  };
}

/** Takes a flow that was open when it was read, whatever the conditional write says by now. */
export const checkingThenBeginning = (flows: FlowStore): FlowStore => ({
  ...flows,
  async begin(seen, intent, notice, event, now) {
    if (seen.state !== 'open') return 'moved';
    await flows.begin(seen, intent, notice, event, now);
    return 'begun';
  },
});

/** Writes the intent down only together with the outcome: what happens in between leaves no trace. */
export function writingAfterwards(flows: FlowStore): FlowStore {
  let write: () => Promise<unknown> = () => Promise.resolve();
  return {
    ...flows,
    async begin(...given) {
      write = () => flows.begin(...given);
      return 'begun';
    },
    async settle(...given) {
      await write();
      return flows.settle(...given);
    },
  };
}
