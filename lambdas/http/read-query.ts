import type { APIGatewayProxyEvent } from 'aws-lambda';
import { routeSpec, type RouteKey } from '../api.ts';
import { BadRequest } from './bad-request.ts';
import { bySchema, madeOnce } from './by-schema.ts';

/**
 * Reads what stands in the address behind the `?`. Where the route says what may stand there, it is checked: nothing else may, and nothing
 * twice. Throws BadRequest, naming the field.
 */
export function readQuery(event: APIGatewayProxyEvent, key: RouteKey): unknown {
  const { query } = routeSpec(key);
  const given = Object.fromEntries(
    Object.entries(event.queryStringParameters ?? {}).map(([name, value]) => [name, value ?? '']),
  );
  if (!query) return given;
  for (const [name, values] of Object.entries(event.multiValueQueryStringParameters ?? {}))
    if ((values ?? []).length > 1) throw new BadRequest('key-duplicate', name.slice(0, 64));
  return bySchema(schemaOf(key, query), given);
}

const schemaOf = madeOnce();
