import { createHmac, timingSafeEqual } from 'node:crypto';
import { BadRequest } from './bad-request.ts';
import { refuseForeignPage } from './from-own-page.ts';

/** The token that the forms of one visit carry: it can be made only by who holds the visit's cookie, which no script and no other site can read. */
export const formToken = (visit: string): string =>
  createHmac('sha256', visit).update('latchkey-form').digest('base64url');

/**
 * Refuses a form that did not come from a page of ours: wrong Origin, or a token that is not this visit's. Browsers send
 * Origin with every form; where one does not, Sec-Fetch-Site or the token alone must do.
 */
export function refuseForgery(
  headers: ReadonlyMap<string, string>,
  origin: string,
  visit: string | undefined,
  token: string | undefined,
): void {
  refuseForeignPage(headers, origin);
  const expected = Buffer.from(formToken(visit ?? ''));
  const given = Buffer.from(token ?? '');
  if (visit === undefined || given.length !== expected.length || !timingSafeEqual(given, expected))
    throw new BadRequest('form-stale');
}
