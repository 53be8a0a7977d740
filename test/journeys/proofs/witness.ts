import { setTimeout as pause } from 'node:timers/promises';
import type { LookAlike } from '../../../local/directory/look-alike.ts';
import { FIRST_PASSWORD } from './fresh-people.ts';

/** What one domain controller holds of an account. */
export interface Seen {
  readonly passwordLastSet: string;
  readonly locked: boolean;
}

/** A domain controller as a proof sees it: past the product, and past the lines that the proof cuts. */
export interface Witness {
  guidOf(username: string): Promise<string>;
  /** Brings an account to how it is before an act; answers the password it has then. */
  prepare(username: string, how: { readonly locked: boolean }): Promise<string>;
  see(username: string): Promise<Seen>;
  /** Whether the account has that password. Asked only where the answer should be yes. */
  isPassword(username: string, password: string): Promise<boolean>;
  /** How many changes it was asked for since the beginning; undefined: it does not count them. */
  asked(): number | undefined;
  /** Resolves when everything that reached it is served. */
  quiet(): Promise<void>;
}

/** Knows everything about a look-alike in this process. */
export function lookAlikeWitness(lookAlike: LookAlike): Witness {
  return {
    guidOf: async (username) => lookAlike.guidOf(username),
    async prepare(username, { locked }) {
      lookAlike.arrange(username, { password: FIRST_PASSWORD, locked });
      return FIRST_PASSWORD;
    },
    async see(username) {
      const person = lookAlike.person(username);
      if (!person) throw new Error(`nobody is called ${username}`);
      return person;
    },
    isPassword: async (username, password) => lookAlike.isPassword(username, password),
    asked: () => lookAlike.counts().modifies,
    async quiet() {
      for (let before = ''; before !== JSON.stringify(lookAlike.counts());) {
        before = JSON.stringify(lookAlike.counts());
        await pause(20);
      }
    },
  };
}
