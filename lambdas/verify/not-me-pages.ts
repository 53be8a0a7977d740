import { createHash } from 'node:crypto';
import {
  answerNotMe,
  linkStanding,
  type LinkStanding,
  type NotMeAnswered,
  type NotMeNeeds,
} from '../../domain/recovery/report-not-me.ts';
import type { Frame } from '../../portal/frame.ts';
import { liftedPage, onHoldPage, worthlessLinkPage } from '../../portal/not-me/not-me-answered-page.tsx';
import { liftPage, notMePage } from '../../portal/not-me/not-me-page.tsx';
import { frameOf } from '../http/frame.ts';
import { html, type Reply } from '../http/reply.ts';
import type { Request, Routes } from '../http/request.ts';
import type { Edge } from '../http/site.ts';

type NotMePages = Pick<Routes<'verify'>, `${'GET' | 'POST'} /${'not-me' | 'lift-hold'}/{token}`>;
type Purpose = 'freeze' | 'unfreeze';

/** A token is 32 bytes, base64url; its digest is what is kept. What is none is looked up as well, and found nowhere. */
const linkOf = ({ params }: Request, purpose: Purpose) => ({
  key: createHash('sha256')
    .update(params['token'] ?? '')
    .digest('base64url'),
  purpose,
});

/** N1 to N5: what the links of letters lead to. Looking changes nothing; the button freezes, or lifts. */
export function notMePages(ports: NotMeNeeds, { site, meter }: Edge): NotMePages {
  const look = async (request: Request, purpose: Purpose): Promise<Reply> => {
    const standing = await linkStanding(ports, linkOf(request, purpose));
    const frame = frameOf(site, request);
    if (standing.kind !== 'works') return answered(frame, purpose, standing);
    const view = { action: request.path, at: standing.at };
    return html(purpose === 'freeze' ? notMePage(frame, view) : liftPage(frame, view));
  };
  const press = async (request: Request, purpose: Purpose): Promise<Reply> => {
    const done = await answerNotMe(ports, linkOf(request, purpose), request.source);
    if (done.kind === 'done' && done.did)
      meter.count(purpose === 'freeze' ? 'SelfServiceFrozen' : 'SelfServiceUnfrozen', { by: 'person' });
    return answered(frameOf(site, request), purpose, done);
  };
  return {
    'GET /not-me/{token}': (request) => look(request, 'freeze'),
    'POST /not-me/{token}': (request) => press(request, 'freeze'),
    'GET /lift-hold/{token}': (request) => look(request, 'unfreeze'),
    'POST /lift-hold/{token}': (request) => press(request, 'unfreeze'),
  };
}

/** The answer to the form itself, and no redirect: reloading it presses once more, which does nothing. */
function answered(
  frame: Frame,
  purpose: Purpose,
  what: Exclude<LinkStanding, { kind: 'works' }> | NotMeAnswered,
): Reply {
  if (what.kind === 'worthless') return html(worthlessLinkPage(frame), 410);
  return html(purpose === 'freeze' ? onHoldPage(frame, what) : liftedPage(frame, what));
}
