import type { APIGatewayProxyEvent } from 'aws-lambda';
import { matchRoute } from '../../local/gateway.ts';

/** A request as a client makes it; `path` is without the base path. */
export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
  /** The platform's source address. */
  readonly from?: string;
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
  const matched = matchRoute(method, url.pathname);
  const query = Object.fromEntries(url.searchParams);
  const event = {
    httpMethod: method,
    path: url.pathname,
    resource: matched?.resource ?? '/{proxy+}',
    headers,
    multiValueHeaders: {},
    queryStringParameters: Object.keys(query).length > 0 ? query : null,
    multiValueQueryStringParameters: Object.fromEntries(
      Array.from(url.searchParams.keys(), (name) => [name, url.searchParams.getAll(name)]),
    ),
    pathParameters: matched?.parameters ?? {},
    stageVariables: null,
    body: body === undefined ? null : typeof body === 'string' ? body : Buffer.from(body).toString('base64'),
    isBase64Encoded: body !== undefined && typeof body !== 'string',
    requestContext: { identity: { sourceIp: from }, requestId: 'request-1' },
  };
  return event as unknown as APIGatewayProxyEvent;
}

/** Which route an event is for, as api.ts spells it. */
export const keyOf = ({ httpMethod, resource }: APIGatewayProxyEvent): string => `${httpMethod} ${resource}`;
