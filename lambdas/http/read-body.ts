import type { APIGatewayProxyEvent } from 'aws-lambda';
import type * as z from 'zod/mini';
import { routeSpec, type RouteKey } from '../api.ts';
import { BadRequest } from './bad-request.ts';
import { duplicateKey } from './duplicate-key.ts';

const MOST_BYTES = 16 * 1024;

/** Reads and checks the body a route asks for; undefined where it asks for none. Throws BadRequest, naming the field. */
export function readBody(event: APIGatewayProxyEvent, key: RouteKey): unknown {
  const { body, face } = routeSpec(key);
  const raw = bytesOf(event);
  if (raw.length > MOST_BYTES) throw new BadRequest('body-too-large');
  if (!body) {
    if (raw.length > 0) throw new BadRequest('body-unexpected');
    return undefined;
  }
  const wanted = face === 'json' ? 'application/json' : 'application/x-www-form-urlencoded';
  if (mediaType(event) !== wanted) throw new BadRequest('content-type-wrong');
  const text = decode(raw);
  return checked(schemaOf(key, body), face === 'json' ? fromJson(text) : fromForm(text));
}

const schemas = new Map<RouteKey, z.ZodMiniType>();

/** A route's schema, made once. */
function schemaOf(key: RouteKey, make: () => z.ZodMiniType): z.ZodMiniType {
  const schema = schemas.get(key) ?? make();
  schemas.set(key, schema);
  return schema;
}

const bytesOf = ({ body, isBase64Encoded }: APIGatewayProxyEvent): Buffer =>
  body === null ? Buffer.alloc(0) : Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8');

/** `application/json` of `application/json; charset=utf-8`; another charset is as wrong as another type. */
function mediaType(event: APIGatewayProxyEvent): string | undefined {
  const header = Object.entries(event.headers ?? {}).find(
    ([name]) => name.toLowerCase() === 'content-type',
  )?.[1];
  const [type, ...parameters] = (header ?? '').split(';').map((part) => part.trim().toLowerCase());
  return parameters.every(
    (parameter) => !parameter.startsWith('charset=') || /^charset="?utf-8"?$/.test(parameter),
  )
    ? type
    : undefined;
}

function decode(raw: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(raw);
  } catch {
    throw new BadRequest('body-not-utf8');
  }
}

function fromJson(text: string): unknown {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new BadRequest('body-malformed');
  }
  const twice = duplicateKey(text);
  if (twice !== undefined) throw new BadRequest('key-duplicate', twice.slice(0, 64));
  return value;
}

function fromForm(text: string): unknown {
  if (!isEscapedUtf8(text)) throw new BadRequest('body-not-utf8');
  const fields = new Map<string, string>();
  for (const [name, value] of new URLSearchParams(text)) {
    if (fields.has(name)) throw new BadRequest('key-duplicate', name.slice(0, 64));
    fields.set(name, value);
  }
  return Object.fromEntries(fields);
}

/** URLSearchParams would put U+FFFD for what is no UTF-8: a password that was never typed. */
function isEscapedUtf8(text: string): boolean {
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
}

function checked(schema: z.ZodMiniType, value: unknown): unknown {
  // Without its input an issue of a wrong type looks like one of a missing field.
  const result = schema.safeParse(value, { reportInput: true });
  if (result.success) return result.data;
  const issue = deepest(result.error.issues);
  const field = (issue?.path ?? []).map(String).join('.').slice(0, 64) || undefined;
  if (issue?.code === 'unrecognized_keys') throw new BadRequest('field-unknown', issue.keys[0]?.slice(0, 64));
  if (issue?.code === 'too_big') throw new BadRequest('field-too-long', field);
  if (issue?.code === 'invalid_type' && issue.input === undefined && field)
    throw new BadRequest('field-missing', field);
  throw new BadRequest('field-invalid', field);
}

/** Of a union's alternatives, the issue of the one that came closest. */
function deepest(issues: readonly z.core.$ZodIssue[]): z.core.$ZodIssue | undefined {
  const [first] = issues;
  return first?.code === 'invalid_union'
    ? (first.errors.toSorted((a, b) => a.length - b.length)[0]?.[0] ?? first)
    : first;
}
