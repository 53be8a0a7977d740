import type { TextMessages } from '../../client/client.ts';
import type { Document } from '../draft.tsx';

/** Whose numbers codes may go to. */
export type Numbers = NonNullable<TextMessages['numbers']>;

/** What is typed of text messages; all but the switch stays while they are off. */
export interface Typed {
  readonly on: boolean;
  readonly countries: readonly string[];
  readonly numbers: Numbers;
  /** NaN for what is no number. */
  readonly perHour: number;
  readonly perDay: number;
}

/** The most that anybody would send in a day. */
export const MOST_TEXTS = 1_000_000;

const OFF: Typed = { on: false, countries: [], numbers: 'confirmed', perHour: 100, perDay: 500 };

export const typedOf = (texts: TextMessages | undefined): Typed =>
  texts
    ? {
        on: true,
        countries: texts.countries ?? [],
        numbers: texts.numbers ?? 'confirmed',
        perHour: texts.perHour,
        perDay: texts.perDay,
      }
    : OFF;

/** The document in which texts are sent as is typed. */
export function withTexts(document: Document, { on, countries, ...rest }: Typed): Document {
  const { textMessages: _before, ...others } = document;
  return on ? { ...others, textMessages: { ...rest, countries: [...countries] } } : others;
}

const isBudget = (count: number): boolean => count >= 1 && count <= MOST_TEXTS;

/** Whether it can be kept at all; what else may be wrong with it is for the service to say. */
export const isFit = ({ on, perHour, perDay }: Typed): boolean =>
  !on || (isBudget(perHour) && isBudget(perDay));
