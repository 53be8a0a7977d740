import type { Clock } from '../../domain/ports/clock.ts';
import type { Sealer, SealPurpose } from '../../domain/ports/sealer.ts';
import { seal, type DataKey } from './envelope.ts';

/** Asks the keeper for a new data key. */
export type MintDataKey = (purpose: SealPurpose) => Promise<DataKey>;

/** How long one data key may serve, in milliseconds, and how many texts it may seal. */
const KEY_LIFE = { ms: 5 * 60_000, seals: 1_000 };

interface Held {
  readonly dataKey: Promise<DataKey>;
  readonly since: number;
  sealsLeft: number;
}

/** The Sealer over any keeper: one data key per purpose, remembered for five minutes or 1,000 seals, whichever ends first. */
export function envelopeSealer(mint: MintDataKey, clock: Clock): Sealer {
  const held = new Map<SealPurpose, Held>();

  function serving(purpose: SealPurpose): Held {
    const now = clock.now();
    const known = held.get(purpose);
    if (known !== undefined && known.sealsLeft > 0 && Math.abs(now - known.since) < KEY_LIFE.ms) return known;
    const fresh: Held = { dataKey: mint(purpose), since: now, sealsLeft: KEY_LIFE.seals };
    held.set(purpose, fresh);
    return fresh;
  }

  return {
    async seal(purpose, text) {
      const key = serving(purpose);
      key.sealsLeft -= 1;
      try {
        return seal(await key.dataKey, purpose, text);
      } catch (error) {
        if (held.get(purpose) === key) held.delete(purpose);
        throw error;
      }
    },
  };
}
