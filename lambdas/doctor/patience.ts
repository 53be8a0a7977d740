import type { Patience } from '../../domain/health/examine.ts';

/**
 * So long one visit of the doctor may take: API Gateway hangs up after 29 seconds, and with a directory in trouble finding out who
 * asks takes 12 of them.
 */
export const VISIT_MS = 15_000;

/** Patience for so many milliseconds from now on, for all that is begun with it together. */
export function patienceFor(ms: number): Patience {
  const end = Date.now() + ms;
  return (work, late) =>
    new Promise((resolve, reject) => {
      const timer = setTimeout(() => resolve(late()), Math.max(0, end - Date.now()));
      work.then(resolve, reject).finally(() => clearTimeout(timer));
    });
}
