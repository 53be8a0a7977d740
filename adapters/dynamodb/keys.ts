import { type Person, personKey } from '../../domain/person.ts';
import type { ChainName } from '../../domain/ports/chain-heads.ts';

/**
 * Every key pattern of the central store, in one place (docs/central-store.md explains them). A flow's and a
 * session's key is the SHA-256 of the handle; windows are named by where they start, so a new window is a new row.
 */
export const keys = {
  /** flows: one recovery flow, with its code, its proofs and its outbox. */
  flow: (key: string) => ({ pk: `flow#${key}` }),
  /** flows: one enrollment session, with its outbox. */
  session: (key: string) => ({ pk: `session#${key}` }),
  /** flows: one administrator's visit. */
  adminSession: (key: string) => ({ pk: `admin-session#${key}` }),
  /** flows: one errand, with its message until that is sent. */
  errand: (id: string) => ({ pk: `errand#${id}` }),
  /** flows: one person's tries (of the window, and consecutive ones per method), lease and notes. Never deleted. */
  tries: (person: Person) => ({ pk: `tries#${personKey(person)}` }),
  /** flows: one person's password trials in a row. */
  signIns: (person: Person) => ({ pk: `sign-ins#${personKey(person)}` }),
  /** flows: password trials from one source in one window. */
  signInsFrom: (source: string, window: number) => ({ pk: `sign-ins-from#${source}#${window}` }),
  /** flows: flows started from one source in one window. */
  startsFrom: (source: string, window: number) => ({ pk: `starts-from#${source}#${window}` }),
  /** flows: flows started in one window, one shard of all sources. */
  starts: (shard: number, window: number) => ({ pk: `starts#${shard}#${window}` }),
  /** flows: code messages of one person in one window. */
  told: (person: Person, window: number) => ({ pk: `told#${personKey(person)}#${window}` }),
  /** flows: notices by text to one person in one window. */
  notified: (person: Person, window: number) => ({ pk: `told#${personKey(person)}#notices#${window}` }),
  /** flows: code texts of a UTC day, and of each of its hours. */
  texts: (day: number) => ({ pk: `texts#${day}` }),
  /** flows: what stands behind a "this was not me" link, by the SHA-256 of its token. */
  repudiation: (key: string) => ({ pk: `repudiation#${key}` }),
  /** flows: one post action that waits for being done. */
  postAction: (id: string) => ({ pk: `post-action#${id}` }),
  /** flows: what the doctor found last. */
  examination: () => ({ pk: 'health#examination' }),
  /** flows: the newest pre-flight, and the newest that came to its end. */
  preFlight: (which: 'newest' | 'finished') => ({ pk: `health#pre-flight#${which}` }),
  /** flows: a page of a pre-flight. */
  preFlightPage: (run: string, number: number) => ({ pk: `health#pre-flight#${run}#${number}` }),
  /** enrollments: one person's enrollment. */
  enrollment: (person: Person) => ({ pk: personKey(person) }),
  /** configuration: one published version. */
  configuration: (version: number) => ({ pk: CONFIGURATION, version }),
  /** configuration: one administrator's draft. */
  draft: (author: Person) => ({ pk: `draft#${personKey(author)}`, version: 0 }),
  /** trail: one event, in one of the shards of its UTC day, sorted by time. */
  event: (day: string, shard: number, at: string, id: string) => ({
    pk: trailDay(day, shard),
    sk: `${at}#${id}`,
  }),
  /** trail: where a chain of its archive ends; of the signed roots, or of a shard. */
  chainHead: (chain: ChainName) => ({ pk: `chain#${chain}`, sk: 'head' }),
} as const;

/** The one partition of the configuration's versions. */
export const CONFIGURATION = 'configuration';

/** The trail's partition of a shard of a UTC day (`2026-11-22`). */
export const trailDay = (day: string, shard: number): string => `${day}#${shard}`;

/** The counter of all sources is spread over this many rows, as one row takes only so many writes. */
export const START_SHARDS = 8;
/** A day of the trail is spread over this many partitions. */
export const TRAIL_SHARDS = 4;

/** The shard that a text belongs to, evenly over texts that differ anywhere (FNV-1a, 32 bit). */
export function shardOf(text: string, shards: number): number {
  let hash = 0x811c9dc5;
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  // The low bits of FNV-1a mix least; fold the high ones in before taking so few of them.
  return ((hash ^ (hash >>> 16)) >>> 0) % shards;
}
