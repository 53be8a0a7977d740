/** A page of something, and what leads to the next one; left out on the last. */
interface Page {
  readonly next?: string;
}

/**
 * Every page, one after the other, each asked for only once the one before it was taken:
 * `pages((cursor) => call('GET /api/admin/registrations', { query: { cursor } }))`.
 */
export async function* pages<P extends Page>(
  load: (cursor: string | undefined) => Promise<P>,
): AsyncGenerator<P, void, undefined> {
  let cursor: string | undefined;
  do {
    const page = await load(cursor);
    yield page;
    cursor = page.next;
  } while (cursor !== undefined);
}
