/** What one person can do once only, whatever the flow, told by simple rules and nothing of the product's own code. */
export interface PersonModel {
  /** Takes an authenticator's time step, when it is of now or the one before and later than every one before. */
  takesStep(step: number, now: number): boolean;
  /** Takes a saved code, when it was not taken before. */
  takesSaved(index: number): boolean;
  /** The first saved code that was not taken, and the last that was. */
  nextSaved(): number;
  lastSaved(): number;
}

const STEP_MS = 30_000;
export const stepAt = (now: number): number => Math.floor(now / STEP_MS);

export function personModel(): PersonModel {
  let last = -1;
  const saved = new Set<number>();
  return {
    takesStep(step, now) {
      const inTime = step === stepAt(now) || step === stepAt(now) - 1;
      if (!inTime || step <= last) return false;
      last = step;
      return true;
    },
    takesSaved(index) {
      if (saved.has(index)) return false;
      saved.add(index);
      return true;
    },
    nextSaved: () => Math.max(-1, ...saved) + 1,
    lastSaved: () => Math.max(0, ...saved),
  };
}
