import { ASSETS } from '../../portal/assets/assets.ts';
import { notFoundPage } from '../../portal/endings/not-found-page.tsx';
import { helpPage } from '../../portal/start/help-page.tsx';
import { startPage } from '../../portal/start/start-page.tsx';
import { frameOf } from '../http/frame.ts';
import { lookOf } from '../http/look.ts';
import { html, json, seeOther, type Reply } from '../http/reply.ts';
import type { Request, Routes } from '../http/request.ts';
import type { Edge } from '../http/site.ts';

/** The start page, the assets, the customer's looks, and whether we are alive; no power but to read the configuration. */
export function portalRoutes({
  site,
  configuration,
}: Pick<Edge, 'site' | 'configuration'>): Routes<'portal'> {
  const notFound = (request: Request) => html(notFoundPage(frameOf(site, request)), 404);
  return {
    'GET /': (request) => html(startPage(frameOf(site, request))),
    'GET /help': (request) => html(helpPage(frameOf(site, request))),
    'GET /healthz': () => json(200, { status: 'ok', version: site.version }),
    'GET /assets/{file}': (request) => fileNamed(request.params['file'], OURS) ?? notFound(request),
    'GET /branding/{file}': async (request) => {
      const { sheet, logo } = lookOf((await configuration()).document.branding);
      const theirs = [
        ...(sheet ? [{ ...sheet, other: /^\w+\.css$/ }] : []),
        ...(logo ? [{ ...logo, other: /^\w+\.(?:png|jpg|webp)$/ }] : []),
      ];
      return fileNamed(request.params['file'], theirs) ?? notFound(request);
    },
    // https://w3c.github.io/webappsec-change-password-url/: only a name of one's own has well-known paths of its own.
    'GET /.well-known/change-password': (request) =>
      site.customDomain ? seeOther(`${site.basePath}/password/change`, {}) : notFound(request),
  };
}

interface KeptFile {
  readonly name: string;
  readonly type: string;
  readonly body: string;
  readonly base64?: true;
  /** Names of the same file in another version. */
  readonly other: RegExp;
}

const OURS: readonly KeptFile[] = [
  { ...ASSETS.css, type: 'text/css; charset=utf-8', other: /^portal-\w+\.css$/ },
  { ...ASSETS.js, type: 'text/javascript; charset=utf-8', other: /^portal-\w+\.js$/ },
  { ...ASSETS.passkey, type: 'text/javascript; charset=utf-8', other: /^passkey-\w+\.js$/ },
];

/**
 * A name holds a digest of its content and never changes, so it may be kept for a year. A digest of another version, asked
 * for while a deployment or a publication goes round, gets what there is now, and is not to be kept.
 */
function fileNamed(file: string | undefined, files: readonly KeptFile[]): Reply | undefined {
  const found = files.find(({ name, other }) => file !== undefined && (name === file || other.test(file)));
  const keep = found?.name === file ? { 'cache-control': 'public, max-age=31536000, immutable' } : {};
  return (
    found && {
      status: 200,
      headers: { 'content-type': found.type, ...keep },
      body: found.body,
      ...(found.base64 && { base64: true }),
    }
  );
}
