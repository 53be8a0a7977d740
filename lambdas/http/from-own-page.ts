import { BadRequest } from './bad-request.ts';

/**
 * Refuses what a browser says comes from a page that is not ours. Browsers send Origin with everything but plain GETs, and
 * Sec-Fetch-Site with all; a client that sends neither is no browser, or an old one.
 */
export function refuseForeignPage(headers: ReadonlyMap<string, string>, origin: string): void {
  const from = headers.get('origin');
  const site = headers.get('sec-fetch-site');
  if ((from !== undefined && from !== origin) || (site !== undefined && site !== 'same-origin'))
    throw new BadRequest('origin-wrong');
}
