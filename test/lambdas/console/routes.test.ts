import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { APIGatewayProxyResult, Context } from 'aws-lambda';
import { afterAll, describe, expect, it } from 'vitest';
import { consoleFiles, CONSOLE_INDEX } from '../../../lambdas/console/files.ts';
import { consoleRoutes } from '../../../lambdas/console/routes.ts';
import { serve } from '../../../lambdas/http/serve.ts';
import { eventOf } from '../../support/asked-event.ts';
import { ORIGIN } from '../../support/front-door.ts';
import { aConfiguration } from '../../support/product.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'latchkey-console-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const packed = path.join(folder, 'packed');
const FILES = { 'index.html': '<!doctype html>', 'index-a1.js': 'let a = 1', 'index-a1.css': 'a{}' };
mkdirSync(packed);
for (const [name, text] of Object.entries(FILES))
  writeFileSync(path.join(packed, `${name}.gz`), gzipSync(text));
writeFileSync(path.join(packed, CONSOLE_INDEX), JSON.stringify(Object.keys(FILES)));
writeFileSync(path.join(folder, 'secret.js.gz'), gzipSync('not for you'));

const site = { origin: ORIGIN, basePath: '/prod', version: '1', demo: false, customDomain: false };
const handler = serve(
  {
    site,
    meter: { count: () => undefined },
    journal: { info: () => undefined, error: () => undefined },
    configuration: async () => aConfiguration(),
  },
  consoleRoutes(consoleFiles(packed)),
);
const get = async (where: string, file?: string): Promise<APIGatewayProxyResult> => {
  const event = { ...eventOf({ method: 'GET', path: where }), ...(file && { pathParameters: { file } }) };
  return (await handler(event, {} as Context)) as APIGatewayProxyResult;
};
const textOf = ({ body }: APIGatewayProxyResult) => gunzipSync(Buffer.from(body, 'base64')).toString();

describe('the console', () => {
  it('is a page that is never kept, under a policy that lets nothing foreign and nothing inline in', async () => {
    const page = await get('/console');
    expect([page.statusCode, page.isBase64Encoded, textOf(page)]).toEqual([200, true, FILES['index.html']]);
    expect(page.headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'content-encoding': 'gzip',
      'cache-control': 'no-store',
      'x-frame-options': 'DENY',
    });
    const policy = String(page.headers?.['content-security-policy']).split('; ');
    expect(policy).toEqual(
      expect.arrayContaining([
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "connect-src 'self'",
        "form-action 'none'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
        "require-trusted-types-for 'script'",
      ]),
    );
    expect(policy.join()).not.toMatch(/unsafe|\*|https:/);
  });

  it('has files that are kept for a year, for their names change with their content', async () => {
    for (const name of ['index-a1.js', 'index-a1.css'] as const) {
      const file = await get(`/console/${name}`);
      expect([file.statusCode, textOf(file)]).toEqual([200, FILES[name]]);
      expect(file.headers).toMatchObject({ 'cache-control': 'public, max-age=31536000, immutable' });
    }
  });

  it.each([
    '../secret.js',
    '..%2fsecret.js',
    'files.json',
    'index.html',
    'index.html.gz',
    '',
    'other.js',
    '__proto__',
  ])('opens nothing else: %j', async (name) => {
    expect((await get('/console/x', name || 'x')).statusCode).toBe(404);
  });
});
