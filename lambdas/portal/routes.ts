import { ASSETS } from '../../portal/assets/assets.ts';
import { notFoundPage } from '../../portal/endings/not-found-page.tsx';
import { helpPage } from '../../portal/start/help-page.tsx';
import { startPage } from '../../portal/start/start-page.tsx';
import { frameOf } from '../http/frame.ts';
import { html, json, seeOther } from '../http/reply.ts';
import type { Routes } from '../http/request.ts';
import type { Edge } from '../http/site.ts';

/** The start page, the assets, and whether we are alive; no power at all. */
export const portalRoutes = ({ site }: Pick<Edge, 'site'>): Routes<'portal'> => ({
  'GET /': (request) => html(startPage(frameOf(site, request))),
  'GET /help': (request) => html(helpPage(frameOf(site, request))),
  'GET /healthz': () => json(200, { status: 'ok', version: site.version }),
  'GET /assets/{file}': (request) => {
    const asset = served.get(request.params['file'] ?? '');
    if (!asset) return html(notFoundPage(frameOf(site, request)), 404);
    // The name holds a digest of the content: it never changes under that name.
    return {
      status: 200,
      headers: { 'content-type': asset.type, 'cache-control': 'public, max-age=31536000, immutable' },
      body: asset.body,
    };
  },
  // https://w3c.github.io/webappsec-change-password-url/: only a name of one's own has well-known paths of its own.
  'GET /.well-known/change-password': (request) =>
    site.customDomain
      ? seeOther(`${site.basePath}/password/change`, {})
      : html(notFoundPage(frameOf(site, request)), 404),
});

const served = new Map([
  [ASSETS.css.name, { type: 'text/css; charset=utf-8', body: ASSETS.css.body }],
  [ASSETS.js.name, { type: 'text/javascript; charset=utf-8', body: ASSETS.js.body }],
]);
