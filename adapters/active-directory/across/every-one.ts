/** All answers, when all have come. Waits for each: work that is left behind would be cut in the middle. */
export async function everyOne<T>(work: readonly Promise<T>[]): Promise<readonly T[]> {
  await Promise.allSettled(work);
  return Promise.all(work);
}
