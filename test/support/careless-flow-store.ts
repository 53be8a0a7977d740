import type { FlowStore } from '../../domain/ports/flow-store.ts';

const ENDLESS = Number.MAX_SAFE_INTEGER;

/** Looks first whether a try is left, and counts afterwards, as it is often done: for showing that a proof sees the difference. */
export const checkingThenCounting = (flows: FlowStore): FlowStore => ({
  ...flows,
  async reserve(key, toll) {
    const flow = await flows.find(key);
    if (!flow || flow.tries >= toll.perFlow) return { kind: 'flow-closed' };
    return flows.reserve(key, {
      ...toll,
      perFlow: ENDLESS,
      perCode: ENDLESS,
      perMethod: ENDLESS,
      perPerson: { ...toll.perPerson, cap: ENDLESS },
    });
  },
});

/** Takes a flow that was open when it was read, whatever the conditional write says by now. */
export const checkingThenBeginning = (flows: FlowStore): FlowStore => ({
  ...flows,
  async begin(seen, intent, notice, event, now) {
    if (seen.state !== 'open') return false;
    await flows.begin(seen, intent, notice, event, now);
    return true;
  },
});
