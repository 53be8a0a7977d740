import type { IncomingHttpHeaders } from 'node:http';
import { AwsFault } from './aws-fault.ts';

/** The services that are stood in for. */
export type ServiceName = 'kms' | 'secretsmanager' | 'ses' | 'sns';

/** The three ways in which AWS clients write requests and want errors. */
type Wire = 'json' | 'rest-json' | 'query';

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
  query: 'text/xml',
};

/** Finds out which operation is asked for: by X-Amz-Target (JSON 1.1), by form field (query), or by method and path (REST). */
export function understood(
  method: string,
  path: string,
  headers: IncomingHttpHeaders,
  body: string,
): AwsCall {
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

/** An operation's output, as its client wants it. */
export function answered(
  { operation, wire }: AwsCall,
  output: Readonly<Record<string, unknown>>,
): WireAnswer {
  const fields = Object.entries(output).map(
    ([name, value]) => `<${name}>${escaped(String(value))}</${name}>`,
  );
  const xml = `<${operation}Response><${operation}Result>${fields.join('')}</${operation}Result></${operation}Response>`;
  return { status: 200, headers: headersOf(wire), body: wire === 'query' ? xml : JSON.stringify(output) };
}

/** An error, as the client of that wire wants it. */
export function refused(wire: Wire, { code, message, status }: AwsFault): WireAnswer {
  const type = status < 500 ? 'Sender' : 'Receiver';
  const xml = `<ErrorResponse><Error><Type>${type}</Type><Code>${code}</Code><Message>${escaped(message)}</Message></Error></ErrorResponse>`;
  return {
    status,
    headers: { ...headersOf(wire), 'x-amzn-errortype': code },
    body: wire === 'query' ? xml : JSON.stringify({ __type: code, message }),
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
