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
 * Finds the route along the tree of resources, as API Gateway documents it: a fixed segment goes before a parameter, and the method
 * is looked for last. AWS was seen to go on to the parameter where the fixed segment lacks the method
 * (github.com/floci-io/floci/pull/3399), which is documented nowhere: what is found here is found there either way.
 * Undefined for what no route answers.
 */
export function matchRoute(method: string, path: string): Matched | undefined {
  const [root, ...segments] = path.split('/');
  if (root !== '' || segments.length === 0) return undefined;
  const parameters: Record<string, string> = {};
  let resource = ROOT;
  for (const segment of path === '/' ? [] : segments) {
    const fixed = resource.fixed.get(segment);
    const { parameter } = resource;
    if (!fixed && parameter && segment !== '') parameters[parameter.name] = segment;
    const next = fixed ?? (segment === '' ? undefined : parameter?.resource);
    if (!next) return undefined;
    resource = next;
  }
  const key = resource.keys.get(method);
  return key && { key, resource: key.slice(key.indexOf(' ') + 1), parameters };
}

/** One resource of the API: what answers there, by method, and what is below it. */
interface Resource {
  readonly keys: Map<string, RouteKey>;
  readonly fixed: Map<string, Resource>;
  parameter?: { readonly name: string; readonly resource: Resource };
}
const aResource = (): Resource => ({ keys: new Map(), fixed: new Map() });

function below(resource: Resource, segment: string): Resource {
  if (!segment.startsWith('{')) {
    const next = resource.fixed.get(segment) ?? aResource();
    resource.fixed.set(segment, next);
    return next;
  }
  // API Gateway takes one parameter at a place, and refuses a second of another name.
  resource.parameter ??= { name: segment.slice(1, -1), resource: aResource() };
  return resource.parameter.resource;
}

const ROOT = aResource();
for (const key of ROUTE_KEYS) {
  const [method = '', path = ''] = key.split(' ');
  path.split('/').slice(1).filter(Boolean).reduce(below, ROOT).keys.set(method, key);
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
