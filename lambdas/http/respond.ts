import type { MiddlewareObj } from '@middy/core';
import type { APIGatewayProxyResult } from 'aws-lambda';
import { Failure } from '../../domain/failure.ts';
import { routeSpec } from '../api.ts';
import { BadRequest } from './bad-request.ts';
import { setCookie, type Cookie } from './cookies.ts';
import type { Incoming, Passage } from './passage.ts';
import { presentationOf } from './presentation.ts';
import { problemReply } from './problem-reply.ts';
import type { Reply } from './reply.ts';
import { SECURITY_HEADERS } from './security-headers.ts';
import type { Edge } from './site.ts';

/** Renders what a route answered, or why it could not, in API Gateway's shape, with the headers and cookies everyone gets. */
export const respond = (edge: Edge): MiddlewareObj<Incoming, Reply | APIGatewayProxyResult> => ({
  after: (request) => {
    request.response = render(request.response as Reply, request.event.passage?.cookies ?? []);
  },
  onError: async (request) => {
    request.response = render(
      await explain(edge, request.event.passage, request.error),
      request.event.passage?.cookies ?? [],
    );
  },
});

/** A bad request is told what is wrong; everything else that is thrown leaves as one bland problem with a reference. */
async function explain(edge: Edge, passage: Passage | undefined, error: unknown): Promise<Reply> {
  const reference = passage?.reference ?? '';
  const presentation = passage?.presentation ?? presentationOf((await edge.configuration()).document, {});
  const tell = (problem: Parameters<typeof problemReply>[3]) =>
    problemReply(edge.site, passage, presentation, problem);
  if (error instanceof BadRequest) {
    edge.meter.count('BadRequest', { code: error.code });
    return tell({ status: error.status, code: error.code, field: error.field });
  }
  const code = error instanceof Failure ? error.code : 'unexpected';
  edge.meter.count('ServiceProblem', { code });
  edge.journal.error('service problem', { route: passage?.key ?? 'unknown', code, reference }, error);
  return tell({ status: 503, code: 'service-problem', detail: toldToAdministrators(passage, error) });
}

/** Administrators within their visit are told which domain controller it was, and what it said; nobody else is. */
const toldToAdministrators = (passage: Passage | undefined, error: unknown): string | undefined =>
  passage?.key !== undefined &&
  routeSpec(passage.key).handle === 'admin' &&
  error instanceof Failure &&
  error.code.startsWith('directory-')
    ? error.message
    : undefined;

function render(reply: Reply, cookies: readonly Cookie[]): APIGatewayProxyResult {
  const all = [...cookies, ...(reply.cookies ?? [])];
  return {
    statusCode: reply.status,
    headers: { ...SECURITY_HEADERS, ...reply.headers },
    ...(all.length > 0 && { multiValueHeaders: { 'set-cookie': all.map(setCookie) } }),
    body: reply.body,
    isBase64Encoded: reply.base64 ?? false,
  };
}
