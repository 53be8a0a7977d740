import { createServer, type Server } from 'node:http';
import { buildAssets, type Assets } from '../../portal/assets/build.ts';
import type { Frame } from '../../portal/pages.ts';
import { EVERY_PAGE, frame } from './every-page.ts';

/** The policy the routes send; the pages must live under it. */
export const CSP = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

/** A loopback site that shows each page of the list under its number, and keeps what is posted to it. */
export interface PortalServer {
  readonly origin: string;
  readonly posted: { readonly path: string; readonly body: string }[];
  readonly assets: Assets;
  address(name: string): string;
  close(): Promise<void>;
}

/** `changes` are laid over the frame of every page; `more` are further files, by path. */
export async function startPortalServer(
  changes: Partial<Frame> = {},
  more: Readonly<Record<string, ServedFile>> = {},
): Promise<PortalServer> {
  const assets = await buildAssets();
  const posted: { path: string; body: string }[] = [];
  const shown: Frame = {
    ...frame,
    assets: { css: assets.css.name, js: assets.js.name, passkey: assets.passkey.name },
    ...changes,
  };
  const server = createServer((request, response) => {
    const path = (request.url ?? '/').slice(shown.basePath.length);
    response.setHeader('Content-Security-Policy', CSP);
    if (request.method === 'POST') {
      let body = '';
      request.setEncoding('utf8').on('data', (chunk: string) => (body += chunk));
      // Answered without a page, so that the browser stays where it is and the test can look at it.
      request.on('end', () => (posted.push({ path, body }), response.writeHead(204).end()));
      return;
    }
    const found = more[path] ?? answer(path, shown, assets);
    response.writeHead(found ? 200 : 404, { 'Content-Type': found?.type ?? 'text/plain' }).end(found?.body);
  });
  const origin = await listening(server);
  return {
    origin,
    posted,
    assets,
    address: (name) =>
      `${origin}${shown.basePath}/page/${EVERY_PAGE.findIndex((each) => each.name === name)}`,
    close: () => new Promise((resolve) => (server.closeAllConnections(), server.close(() => resolve()))),
  };
}

interface ServedFile {
  readonly type: string;
  readonly body: string | Buffer;
}

function answer(path: string, shown: Frame, { css, js, passkey }: Assets): ServedFile | undefined {
  if (path === `/assets/${css.name}`) return { type: 'text/css; charset=utf-8', body: css.body };
  if (path === `/assets/${js.name}`) return { type: 'text/javascript; charset=utf-8', body: js.body };
  if (path === `/assets/${passkey.name}`)
    return { type: 'text/javascript; charset=utf-8', body: passkey.body };
  const page = EVERY_PAGE[Number(/^\/page\/(\d+)/.exec(path)?.[1])];
  return page && { type: 'text/html; charset=utf-8', body: page.html(shown) };
}

const listening = (server: Server): Promise<string> =>
  new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve(`http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`);
    });
  });
