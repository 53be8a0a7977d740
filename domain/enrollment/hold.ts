import type { Person } from '../person.ts';
import type { ConfigurationDocument } from '../policy/configuration-document.ts';
import { LIFETIMES } from '../policy/limits.ts';
import { registeringOf } from '../policy/registering.ts';
import type { Ports } from '../ports/index.ts';
import type { PersonNotes } from '../ports/person-notes.ts';

/** Why nothing of what somebody registered may be changed now. */
export type Hold =
  /** Until the help desk, or another contact of theirs, lifts it. */
  | { readonly kind: 'frozen' }
  /** Their password was reset here not long ago; `until` in epoch milliseconds. */
  | { readonly kind: 'after-reset'; readonly until: number };

/** What holds somebody's changes up, by what is noted of them; pure. The same as the guard of every change (keep.ts). */
export function holdIn(
  { frozen, resetAt }: Pick<PersonNotes, 'frozen' | 'resetAt'>,
  document: Pick<ConfigurationDocument, 'registering'>,
  now: number,
): Hold | undefined {
  if (frozen) return { kind: 'frozen' };
  if (resetAt === undefined) return undefined;
  const until = resetAt + registeringOf(document).frozenHoursAfterReset * LIFETIMES.hour;
  return now < until ? { kind: 'after-reset', until } : undefined;
}

export type HoldNeeds = Pick<Ports, 'notes' | 'configuration' | 'clock'>;

/** What holds somebody's changes up now; for who is proven to be them. */
export async function holdOn(
  { notes, configuration, clock }: HoldNeeds,
  person: Person,
): Promise<Hold | undefined> {
  const [noted, { document }] = await Promise.all([notes.find(person), configuration.current()]);
  return holdIn(noted, document, clock.now());
}
