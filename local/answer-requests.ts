import { randomUUID } from 'node:crypto';
import type { APIGatewayProxyResult } from 'aws-lambda';
import { api } from '../lambdas/api.ts';
import { problem } from '../lambdas/http/reply.ts';
import { SECURITY_HEADERS } from '../lambdas/http/security-headers.ts';
import type { Site } from '../lambdas/http/site.ts';
import { openapiDocument } from '../lambdas/openapi.ts';
import type { Functions } from './functions.ts';
import { gatewayEvent, matchRoute, type PlainRequest } from './gateway.ts';
import { type HttpAnswer, type HttpRequest, plain } from './server.ts';

/** Pages that exist here only; undefined for what they do not answer. */
export type LocalPages = (request: PlainRequest) => Promise<HttpAnswer | undefined>;

/**
 * Answers as API Gateway would: the request goes to the one function that owns its route. Beside those routes there
 * are the demonstration's pages and the API's own description.
 */
export function answerRequests(site: Site, functions: Functions, pages: LocalPages) {
  return async (request: HttpRequest): Promise<HttpAnswer> => {
    // A page elsewhere can have its own host name point here (DNS rebinding); it cannot send our name.
    if (headerOf(request, 'host') !== new URL(site.origin).host)
      return plain(421, `This server is ${site.origin}`);
    const asked = plainRequest(request, site.basePath);
    if (!asked) return plain(404, `Everything here begins with ${site.basePath}/`);
    if (asked.method === 'GET' && asked.path === '/api/openapi.json') return description(site.version);
    return (await pages(asked)) ?? proxied(await throughGateway(functions, asked, site.basePath));
  };
}

const headerOf = ({ headers }: HttpRequest, wanted: string): string | undefined =>
  headers.find(([name]) => name === wanted)?.[1];

/** Undefined outside the base path. */
function plainRequest({ target, ...request }: HttpRequest, basePath: string): PlainRequest | undefined {
  const cut = target.indexOf('?');
  const path = cut < 0 ? target : target.slice(0, cut);
  if (path !== basePath && !path.startsWith(`${basePath}/`)) return undefined;
  const query = new URLSearchParams(cut < 0 ? '' : target.slice(cut + 1));
  return { ...request, path: path.slice(basePath.length) || '/', query };
}

/** Unknown routes, which API Gateway refuses by itself, have no function: there the portal says that there is nothing. */
async function throughGateway(
  functions: Functions,
  request: PlainRequest,
  basePath: string,
): Promise<APIGatewayProxyResult> {
  const matched = matchRoute(request.method, request.path);
  if (!matched && request.path.startsWith('/api/')) return unknownRoute();
  const owner = matched ? api[matched.key].by : 'portal';
  return functions.answer(
    owner,
    gatewayEvent(request, matched ?? { resource: '', parameters: {} }, basePath),
  );
}

function unknownRoute(): APIGatewayProxyResult {
  const { status, headers, body } = problem(404, 'route-unknown', randomUUID());
  return { statusCode: status, headers: { ...SECURITY_HEADERS, ...headers }, body };
}

function proxied(result: APIGatewayProxyResult): HttpAnswer {
  const headers = new Map<string, string | readonly string[]>();
  for (const [name, value] of Object.entries(result.headers ?? {})) headers.set(name, String(value));
  for (const [name, values] of Object.entries(result.multiValueHeaders ?? {}))
    headers.set(name, values.map(String));
  return {
    status: result.statusCode,
    headers: Object.fromEntries(headers),
    body: result.isBase64Encoded ? Buffer.from(result.body, 'base64') : result.body,
  };
}

const description = (version: string): HttpAnswer => ({
  status: 200,
  headers: { ...SECURITY_HEADERS, 'content-type': 'application/json; charset=utf-8' },
  body: JSON.stringify(openapiDocument(version), null, 2),
});
