import type { APIGatewayProxyEvent } from 'aws-lambda';
import { ROUTE_KEYS, type RouteKey } from '../../lambdas/api.ts';

/** A request as a client makes it; `path` is without the base path. */
export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
  /** The platform's source address. */
  readonly from?: string;
}

/** The route that a path belongs to, as API Gateway matches it: what is spelled out goes before what is a parameter. */
function routeOf(
  method: string,
  path: string,
): { readonly key?: RouteKey; readonly params: Record<string, string> } {
  const found = ROUTE_KEYS.flatMap((key) => {
    const template = key.slice(key.indexOf(' ') + 1);
    const pattern = template.replaceAll(/[.]/g, '\\.').replaceAll(/\{(\w+)\}/g, '(?<$1>[^/]+)');
    const match = key.startsWith(`${method} `) ? new RegExp(`^${pattern}$`).exec(path) : null;
    return match ? [{ key, params: { ...match.groups } }] : [];
  });
  return (
    found.toSorted((a, b) => Object.keys(a.params).length - Object.keys(b.params).length)[0] ?? { params: {} }
  );
}

/** API Gateway's event for a request. */
export function eventOf({
  method,
  path,
  headers = {},
  body,
  from = '192.0.2.7',
}: Asked): APIGatewayProxyEvent {
  const url = new URL(path, 'https://placeholder.example');
  const { key, params } = routeOf(method, url.pathname);
  const query = Object.fromEntries(url.searchParams);
  const event = {
    httpMethod: method,
    path: url.pathname,
    resource: key === undefined ? '/{proxy+}' : key.slice(key.indexOf(' ') + 1),
    headers,
    multiValueHeaders: {},
    queryStringParameters: Object.keys(query).length > 0 ? query : null,
    multiValueQueryStringParameters: Object.fromEntries(
      Array.from(url.searchParams.keys(), (name) => [name, url.searchParams.getAll(name)]),
    ),
    pathParameters: params,
    stageVariables: null,
    body: body === undefined ? null : typeof body === 'string' ? body : Buffer.from(body).toString('base64'),
    isBase64Encoded: body !== undefined && typeof body !== 'string',
    requestContext: { identity: { sourceIp: from }, requestId: 'request-1' },
  };
  return event as unknown as APIGatewayProxyEvent;
}

/** Which route an event is for, as api.ts spells it. */
export const keyOf = ({ httpMethod, resource }: APIGatewayProxyEvent): string => `${httpMethod} ${resource}`;
