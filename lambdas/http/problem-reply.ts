import { badRequestPage } from '../../portal/endings/bad-request-page.tsx';
import { notFoundPage } from '../../portal/endings/not-found-page.tsx';
import { problemPage } from '../../portal/endings/problem-page.tsx';
import { routeSpec } from '../api.ts';
import { frameOf } from './frame.ts';
import type { Passage } from './passage.ts';
import type { Presentation } from './presentation.ts';
import { html, problem, type Reply } from './reply.ts';
import type { Site } from './site.ts';

/** A problem of the request or of the service, as a page or as problem details, whichever the route speaks. */
export function problemReply(
  site: Site,
  passage: Passage | undefined,
  presentation: Presentation,
  {
    status,
    code,
    field,
    detail,
  }: {
    readonly status: number;
    readonly code: string;
    readonly field?: string | undefined;
    readonly detail?: string | undefined;
  },
): Reply {
  const reference = passage?.reference ?? '';
  const face = passage?.key === undefined ? 'page' : routeSpec(passage.key).face;
  if (face !== 'page')
    return problem(status, code, reference, {
      ...(field !== undefined && { field }),
      ...(detail !== undefined && { detail }),
      ...(status === 503 && { changed: 'no' }),
    });
  const frame = frameOf(site, passage?.request ?? { presentation, formToken: '', path: '/' });
  if (status === 404) return html(notFoundPage(frame), 404);
  if (status === 503) return html(problemPage(frame, { changed: 'no', reference }), 503);
  const why = status === 403 ? 'page-expired' : 'unreadable';
  return html(badRequestPage(frame, { why }), status);
}
