import { problem, type Reply } from '../http/reply.ts';
import type { Routes } from '../http/request.ts';
import type { ConsoleFile, ConsoleFiles } from './files.ts';

/** The console's content security policy: everything from us, nothing inline, nothing framed, no strings made into scripts. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

/**
 * The administrators' console: the page at `<stage>/console`, and its files at `<stage>/console/<file>`, which the page names relatively to
 * its own address. It holds nothing of anybody; who is not signed in sees a form.
 */
export const consoleRoutes = (files: ConsoleFiles): Routes<'console'> => ({
  'GET /console': async () => {
    const page = await files('index.html');
    // What fetches the page again finds the names of a new deployment's files.
    return page ? answered(page, 'no-store') : notFound();
  },
  'GET /console/{file}': async ({ params }) => {
    const file = await files(params['file'] ?? '');
    // A name holds a digest of its content; the page's does not.
    return file && params['file'] !== 'index.html'
      ? answered(file, 'public, max-age=31536000, immutable')
      : notFound();
  },
});

const notFound = (): Reply => problem(404, 'route-unknown', '');

const answered = ({ type, gzip }: ConsoleFile, keep: string): Reply => ({
  status: 200,
  headers: {
    'content-type': type,
    'content-encoding': 'gzip',
    'content-security-policy': CONTENT_SECURITY_POLICY,
    'cache-control': keep,
  },
  body: gzip,
  base64: true,
});
