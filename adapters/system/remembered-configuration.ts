import type { Clock } from '../../domain/ports/clock.ts';
import type { ConfigurationStore } from '../../domain/ports/configuration-store.ts';
import type { Configuration } from '../../domain/policy/configuration.ts';

/**
 * A configuration store that asks for the version in force at most once in `forMs` milliseconds; what others publish
 * is thus seen up to that much later, what is published through it at once. A Failure is not remembered.
 */
export function rememberedConfiguration(
  store: ConfigurationStore,
  clock: Clock,
  forMs: number,
): ConfigurationStore {
  let remembered: { readonly until: number; readonly answer: Promise<Configuration> } | undefined;
  const ask = () => {
    const asked = { until: clock.now() + forMs, answer: store.current() };
    asked.answer.catch(() => {
      if (remembered === asked) remembered = undefined;
    });
    remembered = asked;
    return asked.answer;
  };
  return {
    current: () => (remembered && clock.now() < remembered.until ? remembered.answer : ask()),
    version: (number) => store.version(number),
    versions: (limit, before) => store.versions(limit, before),
    async publish(next, event) {
      const published = await store.publish(next, event);
      // Also when it was refused: then somebody else has published, and what we remember is old.
      remembered = undefined;
      return published;
    },
  };
}
