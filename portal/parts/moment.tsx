import { dateAndTime } from '../dates.ts';

/** A moment in words: in UTC and saying so, and by the reader's own clock where the module runs. `at` in epoch milliseconds. */
export const Moment = ({ language, at }: { language: string; at: number }) => (
  <time datetime={new Date(at).toISOString()} data-moment>
    {dateAndTime(language, at)}
  </time>
);
