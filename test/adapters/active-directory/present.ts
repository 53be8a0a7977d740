/** The value, when there is one; else the test cannot go on. */
export function present<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('this was expected to be there');
  return value;
}
