import type { Key } from '../catalogs/catalogs.ts';
import type { Frame } from '../frame.ts';
import { richPhrase } from '../rich-phrase.tsx';
import { Moment } from './moment.tsx';

/** A paragraph that may name a moment, as `{when}`. `at` in epoch milliseconds. */
export const Note = ({ frame, says, at }: { frame: Frame; says: Key; at?: number | undefined }) => (
  <p>{richPhrase(frame.language, says, { when: <Moment language={frame.language} at={at ?? 0} /> })}</p>
);
