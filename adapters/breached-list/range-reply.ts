/** One line of an answer: the other 35 digits of a hash, and how often it was seen; 0 in lines that only fill up. */
const LINE = /^([0-9A-F]{35}):(\d{1,12})$/i;

/**
 * Whether the answer to a range query has a hash: `suffix` is all but its first five digits, in capitals. Undefined for what is
 * no such answer: nobody knows then.
 */
export function rangeIncludes(answer: string, suffix: string): boolean | undefined {
  let found = false;
  for (const line of answer.split(/\r?\n/)) {
    if (line === '') continue;
    const [, hash, count] = LINE.exec(line) ?? [];
    if (hash === undefined) return undefined;
    if (hash.toUpperCase() === suffix && Number(count) > 0) found = true;
  }
  return found;
}
