import type { APIGatewayProxyEvent } from 'aws-lambda';
import { routeSpec, type RouteKey } from '../api.ts';
import { BadRequest } from './bad-request.ts';
import { bySchema, madeOnce } from './by-schema.ts';
import { duplicateKey } from './duplicate-key.ts';

/** Of a route that says nothing else. */
const MOST_BYTES = 16 * 1024;

/** Reads and checks the body a route asks for; undefined where it asks for none. Throws BadRequest, naming the field. */
export function readBody(event: APIGatewayProxyEvent, key: RouteKey): unknown {
  const { body, face, most = MOST_BYTES } = routeSpec(key);
  const raw = bytesOf(event);
  if (raw.length > most) throw new BadRequest('body-too-large');
  if (!body) {
    if (raw.length > 0) throw new BadRequest('body-unexpected');
    return undefined;
  }
  const wanted = face === 'json' ? 'application/json' : 'application/x-www-form-urlencoded';
  if (mediaType(event) !== wanted) throw new BadRequest('content-type-wrong');
  const text = decode(raw);
  return bySchema(schemaOf(key, body), face === 'json' ? fromJson(text) : fromForm(text));
}

const schemaOf = madeOnce();

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
