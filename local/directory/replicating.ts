import type { LookAlike } from './look-alike.ts';

/** Makes domain controllers of one domain alike, now: each takes over what was changed later on another. */
export function replicate(controllers: readonly LookAlike[]): void {
  for (const to of controllers) for (const from of controllers) if (from !== to) to.replicateFrom(from);
}

/** Does so time and again; what was changed on one is on the others after that many milliseconds at the latest. */
export function keepReplicating(controllers: readonly LookAlike[], everyMs: number): { stop(): void } {
  const timer = setInterval(() => replicate(controllers), everyMs).unref();
  return { stop: () => clearInterval(timer) };
}
