import type { Failure } from '../../../domain/failure.ts';
import { type Breaker, begun, failed, left, mayTry, SOUND } from './breaker.ts';

/** How the domain controllers of one domain have answered this process. */
export interface ControllerHealth {
  /**
   * Whom to try, one after the other: in the given order those worth a try when their turn comes, read-only ones behind the
   * others; at last, rather than nobody, the one of the rest whose failure is the longest ago.
   */
  inTurn(urls: readonly string[]): Generator<string, void, undefined>;
  /** Why those that were not tried are passed over. */
  troublesOf(urls: Iterable<string>): readonly Failure[];
  begun(url: string): void;
  /** The server answered, whatever it said. */
  answered(url: string): void;
  failed(url: string, trouble: Failure): void;
  /** Nothing was learned. */
  left(url: string): void;
  /** It takes no changes, and so is none to read from whom a change may follow. */
  readonly readOnly: (url: string) => void;
}

/** Remembers nothing but what it is told, by that clock (milliseconds). */
export function controllerHealth(now: () => number): ControllerHealth {
  const breakers = new Map<string, Breaker>();
  const troubles = new Map<string, Failure>();
  const readOnly = new Set<string>();
  const of = (url: string): Breaker => breakers.get(url) ?? SOUND;
  const rank = (url: string): number => (readOnly.has(url) ? 1 : 0);
  return {
    *inTurn(urls) {
      const passedOver: string[] = [];
      for (const url of urls.toSorted((one, other) => rank(one) - rank(other))) {
        if (mayTry(of(url), now())) yield url;
        else passedOver.push(url);
      }
      const [last] = passedOver.toSorted((one, other) => of(one).failedAt - of(other).failedAt);
      if (last !== undefined) yield last;
    },
    troublesOf: (urls) => [...urls].flatMap((url) => troubles.get(url) ?? []),
    begun: (url) => void breakers.set(url, begun(of(url))),
    answered(url) {
      breakers.delete(url);
      troubles.delete(url);
    },
    failed(url, trouble) {
      breakers.set(url, failed(of(url), now()));
      troubles.set(url, trouble);
    },
    left: (url) => void breakers.set(url, left(of(url))),
    readOnly: (url) => void readOnly.add(url),
  };
}
