import type { Configuration } from '../../domain/policy/configuration.ts';
import type { ConfigurationStore } from '../../domain/ports/configuration-store.ts';

/** How long a page waits for its words. */
const PATIENCE_MS = 2_000;

/**
 * The configuration that pages take their words, languages and looks from. Never fails: a page must come, also to say that
 * something is broken. Where the store cannot be read, or not soon, it is the one read last, else the deployment's own.
 */
export function configurationAtHand(
  store: Pick<ConfigurationStore, 'current'>,
  deployed: Configuration,
  patienceMs = PATIENCE_MS,
): () => Promise<Configuration> {
  let last = deployed;
  const read = async (): Promise<Configuration> => {
    try {
      last = await store.current();
    } catch {
      // Who cannot do without it says so: the routes read the store themselves.
    }
    return last;
  };
  return async () => {
    const { promise: tooLate, resolve } = Promise.withResolvers<Configuration>();
    const timer = setTimeout(() => resolve(last), patienceMs);
    try {
      return await Promise.race([read(), tooLate]);
    } finally {
      clearTimeout(timer);
    }
  };
}
