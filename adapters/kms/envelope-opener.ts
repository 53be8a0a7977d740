import type { Clock } from '../../domain/ports/clock.ts';
import type { Opener, SealPurpose } from '../../domain/ports/sealer.ts';
import { open, parts } from './envelope.ts';

/** Asks the keeper for the data key inside a wrapped one. */
export type UnwrapDataKey = (purpose: SealPurpose, wrapped: Uint8Array) => Promise<Uint8Array>;

/** Opened data keys kept in memory: at most so many, each for so many milliseconds. */
const MEMORY = { keys: 256, ms: 5 * 60_000 };

interface Opened {
  readonly key: Promise<Uint8Array>;
  readonly since: number;
}

/** The Opener over any keeper. Remembers the 256 data keys used last, five minutes each; a failed unwrapping is forgotten. */
export function envelopeOpener(unwrap: UnwrapDataKey, clock: Clock): Opener {
  // A Map keeps the order of insertion: the first entry is the one used longest ago.
  const opened = new Map<string, Opened>();

  function recalled(purpose: SealPurpose, wrapped: Uint8Array): Opened {
    const name = `${purpose}:${Buffer.from(wrapped).toString('base64url')}`;
    const known = opened.get(name);
    const now = clock.now();
    const entry =
      known !== undefined && Math.abs(now - known.since) < MEMORY.ms
        ? known
        : { key: forgottenOnFailure(name, unwrap(purpose, wrapped)), since: now };
    opened.delete(name);
    opened.set(name, entry);
    for (const oldest of [...opened.keys()].slice(0, -MEMORY.keys)) opened.delete(oldest);
    return entry;
  }

  async function forgottenOnFailure(name: string, key: Promise<Uint8Array>): Promise<Uint8Array> {
    try {
      return await key;
    } catch (error) {
      opened.delete(name);
      throw error;
    }
  }

  return {
    async open(purpose, sealed) {
      const envelope = parts(purpose, sealed);
      return open(envelope, await recalled(purpose, envelope.wrapped).key, purpose);
    },
  };
}
