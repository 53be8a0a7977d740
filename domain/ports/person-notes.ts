import type { Person } from '../person.ts';
import type { TrailEvent } from '../trail/event.ts';
import type { Errand } from './outbox.ts';
import type { Sealed } from './sealer.ts';

/** Self-service is frozen: nothing is changed for the person here, in the directory or of what they registered. The AD account is never touched. */
export interface Freeze {
  readonly at: number;
  readonly by: 'person' | 'help-desk';
  /** The contact whose link froze it: another one may lift it. */
  readonly contact?: Sealed;
  /** When what was repudiated happened: contacts that were confirmed a week before it may lift it. Left out: the help desk alone may. */
  readonly since?: number;
}

/** What is noted of one person, over all flows. */
export interface PersonNotes {
  readonly frozen?: Freeze;
  /** When a freeze was last lifted: `at` of the event that told of it. A link of a letter before it freezes nothing any more. */
  readonly liftedAt?: number;
  /** When their password was last reset here; told for 31 days at least. */
  readonly resetAt?: number;
  /** The highest value used up so far, by name of what it is of. */
  readonly used: Readonly<Record<string, number>>;
}

/** Something that may be used once: `value` must be above every one of that name before it (a TOTP step, a signature count; 1 for a saved code). */
export interface SingleUse {
  readonly name: string;
  readonly value: number;
}

/** Keeps what is noted of people. Throws a Failure when the store cannot be reached. */
export interface PersonNotesStore {
  find(person: Person): Promise<PersonNotes>;
  /** Uses something up, with one conditional write; false when it was used, or something later of that name was. Two who race: one gets true. */
  useUp(person: Person, use: SingleUse): Promise<boolean>;
  /**
   * Freezes, with its trail event and the letters about it, in one transaction; false when it was frozen already (then nothing is
   * written). The help desk takes over what a person froze: its own freeze stands from then on.
   */
  freeze(person: Person, freeze: Freeze, event: TrailEvent, errands: readonly Errand[]): Promise<boolean>;
  /** Lifts it likewise, and notes when (`liftedAt`); false when nothing was frozen, or not since `madeAt` where that is given. */
  unfreeze(person: Person, event: TrailEvent, errands: readonly Errand[], madeAt?: number): Promise<boolean>;
}
