import type { IncomingHttpHeaders } from 'node:http';
import { AwsFault } from './aws-fault.ts';

/** The services that are stood in for. */
export type ServiceName = 'kms' | 's3' | 'secretsmanager' | 'ses' | 'sns';

/** The ways in which AWS clients write requests and want errors. */
type Wire = 'json' | 'rest-json' | 'rest-xml' | 'query';

/** One request, understood. */
export interface AwsCall {
  readonly service: ServiceName | undefined;
  readonly operation: string;
  readonly input: unknown;
  readonly wire: Wire;
}

/** What goes back over HTTP. */
export interface WireAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

const TARGETS: Readonly<Record<string, ServiceName>> = {
  TrentService: 'kms',
  secretsmanager: 'secretsmanager',
};
const ANSWER_KIND = {
  json: 'application/x-amz-json-1.1',
  'rest-json': 'application/json',
  'rest-xml': 'application/xml',
  query: 'text/xml',
};

/** Finds out which operation is asked for: by X-Amz-Target (JSON 1.1), by form field (query), by whom it is signed for (S3), or by method and path (REST). */
export function understood(
  method: string,
  path: string,
  headers: IncomingHttpHeaders,
  body: string,
): AwsCall {
  if (headers.authorization?.includes('/s3/aws4_request') === true)
    return objectCall(method, path, headers, body);
  const target = headers['x-amz-target'];
  if (typeof target === 'string') {
    const [prefix = '', operation = target] = target.split('.');
    return { service: TARGETS[prefix], operation, input: json(body), wire: 'json' };
  }
  if (headers['content-type']?.startsWith('application/x-www-form-urlencoded') === true) {
    const form = Object.fromEntries(new URLSearchParams(body));
    const service = form['Version'] === '2010-03-31' ? 'sns' : undefined;
    return { service, operation: form['Action'] ?? 'unnamed', input: form, wire: 'query' };
  }
  if (method === 'POST' && path === '/v2/email/outbound-emails') {
    return { service: 'ses', operation: 'SendEmail', input: json(body), wire: 'rest-json' };
  }
  return { service: undefined, operation: `${method} ${path}`, input: undefined, wire: 'rest-json' };
}

const OBJECT_OPERATIONS: Readonly<Record<string, string>> = { PUT: 'PutObject', GET: 'GetObject' };

/** S3, where the bucket is the first part of the path, as SDKs put it for an address that is a number. */
function objectCall(method: string, target: string, headers: IncomingHttpHeaders, body: string): AwsCall {
  const [, bucket = '', ...rest] = new URL(target, 'http://s3').pathname.split('/').map(decodeURIComponent);
  const input = { bucket, key: rest.join('/'), body, ifNoneMatch: headers['if-none-match'] };
  const operation = OBJECT_OPERATIONS[method] ?? `${method} ${target}`;
  return { service: 's3', operation, input, wire: 'rest-xml' };
}

/** An operation's output, as its client wants it. */
export function answered(
  { operation, wire }: AwsCall,
  output: Readonly<Record<string, unknown>>,
): WireAnswer {
  const { Body: body = '' } = output;
  if (wire === 'rest-xml' && typeof body === 'string') return { status: 200, headers: headersOf(wire), body };
  const fields = Object.entries(output).map(
    ([name, value]) => `<${name}>${escaped(String(value))}</${name}>`,
  );
  const xml = `<${operation}Response><${operation}Result>${fields.join('')}</${operation}Result></${operation}Response>`;
  return { status: 200, headers: headersOf(wire), body: wire === 'query' ? xml : JSON.stringify(output) };
}

/** An error, as the client of that wire wants it. */
export function refused(wire: Wire, { code, message, status }: AwsFault): WireAnswer {
  const type = status < 500 ? 'Sender' : 'Receiver';
  const error = `<Error><Type>${type}</Type><Code>${code}</Code><Message>${escaped(message)}</Message></Error>`;
  const xml = wire === 'query' ? `<ErrorResponse>${error}</ErrorResponse>` : error;
  return {
    status,
    headers: { ...headersOf(wire), 'x-amzn-errortype': code },
    body: wire === 'query' || wire === 'rest-xml' ? xml : JSON.stringify({ __type: code, message }),
  };
}

function headersOf(wire: Wire): Record<string, string> {
  return { 'content-type': ANSWER_KIND[wire], 'x-amzn-requestid': crypto.randomUUID() };
}

function json(body: string): unknown {
  try {
    return JSON.parse(body === '' ? '{}' : body);
  } catch {
    throw new AwsFault('SerializationException', 'The body is not JSON');
  }
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
