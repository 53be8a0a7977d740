import * as z from 'zod/mini';
import { once } from './once.ts';

/** The most of anything that a document lists. */
export const MOST = 1_000;

/** Whether ids, tags, dates and numbers make sense is for the domain to say, in its words: a draft may hold those that do not. */
export const line = once(() => z.string().check(z.maxLength(500)));
export const long = once(() => z.string().check(z.maxLength(2_000)));
/** Texts by BCP 47 language tag. */
export const texts = once(() => z.record(z.string(), line()));
export const count = once(() => z.number());
/** A list that may be left out, which is not the same as an empty one: what is read says again what was written. */
export const maybeList = <T extends z.ZodMiniType>(of: T) =>
  z.exactOptional(z.array(of).check(z.maxLength(MOST)));
/** A list that is empty when it is left out. */
export const list = <T extends z.ZodMiniType>(of: T) => z._default(z.array(of).check(z.maxLength(MOST)), []);
