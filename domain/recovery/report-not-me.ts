import type { Ports } from '../ports/index.ts';
import type { Freeze, PersonNotes } from '../ports/person-notes.ts';
import type { Repudiation } from '../ports/repudiations.ts';
import type { Happening, TrailEvent } from '../trail/event.ts';
import { isLiftedBy, lettersOfFreeze, lettersOfLift } from './freeze-letters.ts';

export type NotMeNeeds = Pick<
  Ports,
  'repudiations' | 'notes' | 'enrollments' | 'configuration' | 'random' | 'clock'
>;

/** What the link of a letter can do now. */
export type LinkStanding =
  /** It would freeze, or lift. `at`: when what the letter tells of happened. */
  | { readonly kind: 'works'; readonly at: number; readonly reference: string }
  /** It has been done, by this link or otherwise. */
  | { readonly kind: 'done'; readonly reference: string }
  /** Unknown, expired, or overtaken by what happened since. */
  | { readonly kind: 'worthless' };

const WORTHLESS: LinkStanding = { kind: 'worthless' };

interface Link {
  /** SHA-256 of the token. */
  readonly key: string;
  readonly purpose: Repudiation['purpose'];
}

interface Weighed {
  readonly standing: LinkStanding;
  readonly link?: Repudiation;
}

/** What a link can do now. Changes nothing: mail scanners and previews follow every link (docs/decisions/0022). */
export const linkStanding = async (ports: NotMeNeeds, link: Link): Promise<LinkStanding> =>
  (await weigh(ports, link)).standing;

async function weigh(ports: NotMeNeeds, { key, purpose }: Link): Promise<Weighed> {
  const link = await ports.repudiations.find(key);
  if (!link || link.purpose !== purpose || ports.clock.now() >= link.expiresAt)
    return { standing: WORTHLESS };
  const notes = await ports.notes.find(link.person);
  const standing =
    purpose === 'freeze' ? freezingStanding(link, notes) : await liftingStanding(ports, link, notes);
  return { standing, link };
}

/** Pure. */
function freezingStanding({ at, reference }: Repudiation, { frozen, liftedAt }: PersonNotes): LinkStanding {
  if (frozen) return { kind: 'done', reference };
  // Whoever lifted a freeze knew what had happened before: an older letter must not undo that.
  return liftedAt !== undefined && at < liftedAt ? WORTHLESS : { kind: 'works', at, reference };
}

async function liftingStanding(
  { enrollments }: NotMeNeeds,
  { person, contact, at, reference }: Repudiation,
  { frozen, liftedAt }: PersonNotes,
): Promise<LinkStanding> {
  if (!frozen) return liftedAt !== undefined && liftedAt >= at ? { kind: 'done', reference } : WORTHLESS;
  if (frozen.at !== at) return WORTHLESS;
  const enrollment = await enrollments.find(person);
  return isLiftedBy(frozen, contact, enrollment) ? { kind: 'works', at, reference } : WORTHLESS;
}

/** What became of a press of the button; `did`: by this very press. */
export type NotMeAnswered =
  | { readonly kind: 'done'; readonly did: boolean; readonly reference: string }
  | Extract<LinkStanding, { kind: 'worthless' }>;

/**
 * Freezes self-service for whom a letter went to, or lifts such a freeze; the account in the directory is never touched. As often
 * as it is asked, it is done once. Every confirmed contact is told, in the same transaction.
 */
export async function answerNotMe(ports: NotMeNeeds, asked: Link, source: string): Promise<NotMeAnswered> {
  const { standing, link } = await weigh(ports, asked);
  if (!link || standing.kind === 'worthless') return { kind: 'worthless' };
  const { reference } = standing;
  if (standing.kind === 'done') return { kind: 'done', did: false, reference };
  const did = link.purpose === 'freeze' ? await freeze(ports, link, source) : await lift(ports, link, source);
  return { kind: 'done', did, reference };
}

async function freeze(ports: NotMeNeeds, link: Repudiation, source: string): Promise<boolean> {
  const { person, contact } = link;
  const at = ports.clock.now();
  const frozen: Freeze = { at, by: 'person', contact, ...(link.liftable && { since: link.at }) };
  const letters = lettersOfFreeze(ports, frozen, await toldOf(ports, link, at));
  const event = eventOf(ports, link, { source, at }, { kind: 'self-service-frozen', by: 'person' });
  return ports.notes.freeze(person, frozen, event, letters);
}

async function lift(ports: NotMeNeeds, link: Repudiation, source: string): Promise<boolean> {
  const at = ports.clock.now();
  const letters = lettersOfLift(ports, await toldOf(ports, link, at));
  const event = eventOf(ports, link, { source, at }, { kind: 'self-service-unfrozen', by: 'person' });
  // That very freeze: the help desk may have put its own in the place of it since we looked.
  return ports.notes.unfreeze(link.person, event, letters, link.at);
}

async function toldOf(
  { enrollments, configuration }: NotMeNeeds,
  { person, reference }: Repudiation,
  at: number,
) {
  const [enrollment, { document }] = await Promise.all([enrollments.find(person), configuration.current()]);
  return { person, enrollment, fallback: document.languages.default, reference, at };
}

const eventOf = (
  { random }: Pick<Ports, 'random'>,
  { person, reference }: Repudiation,
  { source, at }: { readonly source: string; readonly at: number },
  happening: Happening,
): TrailEvent => ({ id: random.id(), at, person, reference, source, happening });
