import type { QueryOf } from '../api.ts';
import { providerReturnPage } from '../../portal/recover/provider-return-page.tsx';
import { frameOf } from '../http/frame.ts';
import { html, seeOther, type Reply } from '../http/reply.ts';
import type { Request } from '../http/request.ts';
import type { Site } from '../http/site.ts';
import type { RETURNS } from './act.ts';

type Returned = QueryOf<'GET /recover/openid-connect/return'>;

/** What the provider led back with, of all that a form has. */
export const returnedIn = ({ code, state, iss, error }: Returned): Returned => ({ code, state, iss, error });

/** Whether somebody signed in there, and did not turn back. */
export const isFinished = ({ code, error }: Pick<Returned, 'code' | 'error'>): boolean =>
  code !== '' && error === '';

/** The page that is led back to: it looks at nothing and consumes nothing; its form brings our cookies (SameSite=Strict). */
export function backFrom(
  site: Site,
  request: Request<'GET /recover/openid-connect/return'> | Request<'GET /enroll/openid-connect/return'>,
  { action, before }: { readonly action: (typeof RETURNS)[keyof typeof RETURNS]; readonly before: string },
): Reply {
  // Nothing came along: somebody reloaded, or chose another language.
  if (request.query.code === '' && request.query.error === '') return seeOther(`${site.basePath}${before}`);
  const returned = returnedIn(request.query);
  return html(providerReturnPage(frameOf(site, request), { action, before, returned: { ...returned } }));
}
