import { randomBytes } from 'node:crypto';
import type { APIGatewayProxyEvent } from 'aws-lambda';
import { routeSpec, type BodyOf, type QueryOf, type RouteKey } from '../api.ts';
import { COOKIES, readCookies, type Cookie } from './cookies.ts';
import { fromConsole } from './from-console.ts';
import { formToken, refuseForgery } from './forgery.ts';
import { handleKey } from './handle-key.ts';
import { readOperation } from './operation.ts';
import type { Presentation } from './presentation.ts';
import { readBody } from './read-body.ts';
import { readQuery } from './read-query.ts';
import type { Request } from './request.ts';
import type { Site } from './site.ts';
import { sourceBucket } from './source.ts';

/** A request as the routes see it, and the cookies that come to be by it. Throws BadRequest. */
export function readRequest(
  event: APIGatewayProxyEvent,
  key: RouteKey,
  site: Site,
  presentation: Presentation,
): { readonly request: Request; readonly cookies: readonly Cookie[] } {
  const spec = routeSpec(key);
  const headers = new Map(
    Object.entries(event.headers ?? {}).map(([name, value]) => [name.toLowerCase(), value ?? '']),
  );
  const cookies = readCookies(headers.get('cookie'));
  const query = readQuery(event, key);
  const known = cookies.get(COOKIES.visit);
  const visit = known && /^[A-Za-z0-9_-]{22}$/.test(known) ? known : undefined;
  const fresh = visit ?? randomBytes(16).toString('base64url');
  const body = readBody(event, key);
  if (spec.face === 'page' && event.httpMethod !== 'GET')
    refuseForgery(headers, site.origin, visit, tokenOf(body));
  const bearer =
    spec.face === 'json'
      ? /^Bearer ([A-Za-z0-9_-]+)$/.exec(headers.get('authorization') ?? '')?.[1]
      : undefined;
  const administers = spec.by === 'admin' || spec.handle === 'admin';
  const console = administers && fromConsole(headers, site.origin);
  const handleOf = (cookie: string | undefined) => handleKey(spec.face === 'json' ? bearer : cookie);
  const request: Request = {
    key,
    body: body as BodyOf<RouteKey>,
    params: Object.fromEntries(
      Object.entries(event.pathParameters ?? {}).map(([name, value]) => [name, value ?? '']),
    ),
    query: query as QueryOf<RouteKey>,
    source: sourceBucket(event.requestContext.identity.sourceIp),
    language: presentation.language,
    languagePicked: languageAsked(event) !== undefined || cookies.has(COOKIES.language),
    presentation,
    flowKey: spec.handle === 'flow' ? handleOf(cookies.get(COOKIES.flow)) : undefined,
    sessionKey: spec.handle === 'session' ? handleOf(cookies.get(COOKIES.session)) : undefined,
    adminKey:
      spec.handle === 'admin'
        ? handleKey(bearer ?? (console ? cookies.get(COOKIES.admin) : undefined))
        : undefined,
    browserKey: spec.face === 'page' ? handleKey(cookies.get(COOKIES.browser)) : undefined,
    fromConsole: console,
    operation: spec.idempotent ? readOperation(headers.get('idempotency-key')) : '',
    formToken: formToken(fresh),
    path: pathOf(key, event.pathParameters ?? {}),
  };
  return {
    request,
    cookies: newCookies(spec.face, visit ? undefined : fresh, languageAsked(event), request.language),
  };
}

/** The language that the address asks for. */
const languageAsked = (event: APIGatewayProxyEvent): string | undefined =>
  event.queryStringParameters?.['lang'];

/** The page's own path, its parameters filled in. */
const pathOf = (key: RouteKey, parameters: Readonly<Record<string, string | undefined>>): string =>
  key
    .slice(key.indexOf(' ') + 1)
    .replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(parameters[name] ?? ''));

const tokenOf = (body: unknown): string | undefined =>
  typeof body === 'object' && body !== null && 'token' in body && typeof body.token === 'string'
    ? body.token
    : undefined;

function newCookies(
  face: string,
  visit: string | undefined,
  asked: string | undefined,
  language: string,
): readonly Cookie[] {
  if (face !== 'page') return [];
  return [
    ...(visit === undefined ? [] : [{ name: COOKIES.visit, value: visit }]),
    ...(asked === language ? [{ name: COOKIES.language, value: language, maxAgeSeconds: 31_536_000 }] : []),
  ];
}
