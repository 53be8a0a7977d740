import type { Fault } from './fault.ts';

/** The files that are missing between number `last` and number `next`, as one fault: by a name alone there could be billions. */
export function* gapBefore(next: number, last: number, fault: (number: number) => Fault): Generator<Fault> {
  const first = last + 1;
  if (next === first) return;
  const missing = fault(first);
  if (next === first + 1) yield missing;
  else yield { ...missing, detail: `and all up to ${fault(next - 1).file}` };
}
