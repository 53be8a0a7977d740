import { ASSETS } from '../../portal/assets/assets.ts';
import { notFoundPage } from '../../portal/endings/not-found-page.tsx';
import { helpPage } from '../../portal/start/help-page.tsx';
import { startPage } from '../../portal/start/start-page.tsx';
import { frameOf } from '../http/frame.ts';
import { html, json, seeOther, type Reply } from '../http/reply.ts';
import type { Routes } from '../http/request.ts';
import type { Edge } from '../http/site.ts';

/** The start page, the assets, and whether we are alive; no power at all. */
export const portalRoutes = ({ site }: Pick<Edge, 'site'>): Routes<'portal'> => ({
  'GET /': (request) => html(startPage(frameOf(site, request))),
  'GET /help': (request) => html(helpPage(frameOf(site, request))),
  'GET /healthz': () => json(200, { status: 'ok', version: site.version }),
  'GET /assets/{file}': (request) =>
    asset(request.params['file'] ?? '') ?? html(notFoundPage(frameOf(site, request)), 404),
  // https://w3c.github.io/webappsec-change-password-url/: only a name of one's own has well-known paths of its own.
  'GET /.well-known/change-password': (request) =>
    site.customDomain
      ? seeOther(`${site.basePath}/password/change`, {})
      : html(notFoundPage(frameOf(site, request)), 404),
});

/**
 * A name holds a digest of its content and never changes, so it may be kept for a year. A digest of another version, asked for
 * while a deployment rolls out, gets what there is now, and is not to be kept.
 */
function asset(file: string): Reply | undefined {
  const kinds = [
    { ...ASSETS.css, type: 'text/css; charset=utf-8', other: /^portal-\w+\.css$/ },
    { ...ASSETS.js, type: 'text/javascript; charset=utf-8', other: /^portal-\w+\.js$/ },
  ];
  const kind = kinds.find(({ name, other }) => name === file || other.test(file));
  const keep = kind?.name === file ? { 'cache-control': 'public, max-age=31536000, immutable' } : {};
  return kind && { status: 200, headers: { 'content-type': kind.type, ...keep }, body: kind.body };
}
