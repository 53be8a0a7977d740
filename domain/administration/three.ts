import type { ConfigurationDocument } from '../policy/configuration-document.ts';
import type { Section } from './change.ts';

export type Side = 'mine' | 'theirs';

/** A thing as it was, and as each side has it now. */
export interface Three<T> {
  readonly base: T;
  readonly theirs: T;
  readonly mine: T;
}
export type Documents = Three<ConfigurationDocument>;

/** Decides what becomes of one thing, and notes where both changed it. */
export type Settle = <T>(section: Section, id: string, values: Three<T>) => T;

/** One thing of a document, read out of all three. */
export type Each = <T>(read: (document: ConfigurationDocument) => T) => Three<T>;
