import { randomUUID } from 'node:crypto';
import type { APIGatewayProxyEvent } from 'aws-lambda';
import { ROUTE_KEYS, type RouteKey } from '../lambdas/api.ts';

/** A request as it came over the wire, before anybody looked at it. */
export interface PlainRequest {
  readonly method: string;
  /** Path as sent, without query and without the base path. */
  readonly path: string;
  readonly query: URLSearchParams;
  /** Names in lower case, in the order they came. */
  readonly headers: readonly (readonly [string, string])[];
  readonly body: Buffer;
  readonly sourceIp: string;
}

/** The route a request is for, and what its path's parameters stand for. */
export interface Matched {
  readonly key: RouteKey;
  readonly resource: string;
  readonly parameters: Readonly<Record<string, string>>;
}

/**
 * Finds the route as API Gateway does, by path and method together: a fixed segment wins over a parameter, but only where it
 * has that method (measured on AWS: github.com/floci-io/floci/pull/3399). Undefined for what no route answers.
 */
export function matchRoute(method: string, path: string): Matched | undefined {
  const wanted = path.split('/');
  const route = ROUTES.find((each) => each.method === method && fits(each.segments, wanted));
  if (!route) return undefined;
  const parameters = Object.fromEntries(
    route.segments.flatMap((segment, at) =>
      isParameter(segment) ? [[segment.slice(1, -1), wanted[at] ?? '']] : [],
    ),
  );
  return { key: route.key, resource: route.segments.join('/'), parameters };
}

const isParameter = (segment: string): boolean => segment.startsWith('{');

const fits = (segments: readonly string[], wanted: readonly string[]): boolean =>
  segments.length === wanted.length &&
  segments.every((segment, at) => (isParameter(segment) ? wanted[at] !== '' : segment === wanted[at]));

/** Every route there is, those with fixed segments further to the left first. */
const ROUTES = ROUTE_KEYS.map((key) => {
  const [method = '', path = ''] = key.split(' ');
  return { key, method, segments: path.split('/') };
}).toSorted((one, other) => rank(one.segments).localeCompare(rank(other.segments)));

function rank(segments: readonly string[]): string {
  return segments.map((segment) => (isParameter(segment) ? '1' : '0')).join('');
}

/** The event of REST API's Lambda proxy integration (payload 1.0) for a request; `resource` is '' where no route fits. */
export function gatewayEvent(
  request: PlainRequest,
  matched: Pick<Matched, 'resource' | 'parameters'>,
  basePath: string,
): APIGatewayProxyEvent {
  const { method, path, query, headers, sourceIp } = request;
  const stage = basePath === '' ? 'local' : basePath.slice(1);
  return {
    resource: matched.resource,
    path,
    httpMethod: method,
    headers: Object.fromEntries(headers),
    multiValueHeaders: grouped(headers),
    queryStringParameters: orNull(Object.fromEntries(query)),
    multiValueQueryStringParameters: orNull(grouped([...query])),
    pathParameters: orNull(matched.parameters),
    stageVariables: null,
    ...bodyOf(request.body),
    requestContext: {
      accountId: '000000000000',
      apiId: 'local',
      authorizer: null,
      protocol: 'HTTP/1.1',
      httpMethod: method,
      identity: {
        ...NOBODY,
        sourceIp,
        userAgent: headers.find(([name]) => name === 'user-agent')?.[1] ?? null,
      },
      path: basePath + path,
      stage,
      requestId: randomUUID(),
      requestTimeEpoch: Date.now(),
      resourceId: 'local',
      resourcePath: matched.resource,
    },
  };
}

/** An API whose media types are all binary hands every body on as base64. */
const bodyOf = (body: Buffer): Pick<APIGatewayProxyEvent, 'body' | 'isBase64Encoded'> =>
  body.length === 0
    ? { body: null, isBase64Encoded: false }
    : { body: body.toString('base64'), isBase64Encoded: true };

function grouped(pairs: readonly (readonly [string, string])[]): Record<string, string[]> {
  const values = new Map<string, string[]>();
  for (const [name, value] of pairs) values.set(name, [...(values.get(name) ?? []), value]);
  return Object.fromEntries(values);
}

const orNull = <Value>(record: Readonly<Record<string, Value>>): Record<string, Value> | null =>
  Object.keys(record).length === 0 ? null : { ...record };

/** Nobody is signed in to AWS. */
const NOBODY = {
  accessKey: null,
  accountId: null,
  apiKey: null,
  apiKeyId: null,
  caller: null,
  clientCert: null,
  cognitoAuthenticationProvider: null,
  cognitoAuthenticationType: null,
  cognitoIdentityId: null,
  cognitoIdentityPoolId: null,
  principalOrgId: null,
  user: null,
  userArn: null,
};
