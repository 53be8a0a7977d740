import { refuseForeignPage } from './from-own-page.ts';

/**
 * Whether a request is the console's: it carries a header that a page of another origin can only send after asking us (a
 * preflight, Fetch §4.8), and we answer no such question. Throws BadRequest when it carries it and comes from elsewhere all the same.
 */
export function fromConsole(headers: ReadonlyMap<string, string>, origin: string): boolean {
  if (headers.get('x-latchkey-console') !== '1') return false;
  refuseForeignPage(headers, origin);
  return true;
}
