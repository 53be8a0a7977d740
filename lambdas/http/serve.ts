import middy, { type MiddlewareObj } from '@middy/core';
import type { APIGatewayProxyResult } from 'aws-lambda';
import { api, type Owner, type RouteKey } from '../api.ts';
import { BadRequest } from './bad-request.ts';
import { journal } from './journal.ts';
import type { Incoming } from './passage.ts';
import { presentationOf } from './presentation.ts';
import { readRequest } from './read-request.ts';
import { readWishes } from './read-wishes.ts';
import type { Reply } from './reply.ts';
import type { Request, Routes } from './request.ts';
import { respond } from './respond.ts';
import type { Edge } from './site.ts';

type Layer = MiddlewareObj<Incoming, Reply | APIGatewayProxyResult>;

/**
 * The Lambda handler of one function: its routes within the layers every request goes through, outermost first —
 * journal, respond (headers, problems), read. What the platform adds (`around`: context, metrics) goes outside them.
 */
export function serve<O extends Owner>(edge: Edge, routes: Routes<O>, around: readonly Layer[] = []) {
  const table = routes as Readonly<Partial<Record<RouteKey, (request: Request) => Promise<Reply> | Reply>>>;
  return middy<Incoming, Reply | APIGatewayProxyResult>()
    .use([...around, journal(edge), respond(edge), reading(edge)])
    .handler(async ({ passage }) => {
      const route = passage?.key && table[passage.key];
      if (!route || !passage?.request) throw new BadRequest('route-unknown');
      return route(passage.request);
    });
}

/** Turns the event into the request the routes see. */
const reading = ({ site, configuration }: Edge): Layer => ({
  before: async ({ event }) => {
    const presentation = presentationOf((await configuration()).document, readWishes(event));
    const key = routeKey(event);
    if (event.passage) event.passage.presentation = presentation;
    if (!event.passage || key === undefined) throw new BadRequest('route-unknown');
    event.passage.key = key;
    Object.assign(event.passage, readRequest(event, key, site, presentation));
  },
});

/** `POST /api/recovery`, as api.ts spells it; the resource is API Gateway's own match, never the typed path. */
function routeKey({ httpMethod, resource }: Incoming): RouteKey | undefined {
  const key = `${httpMethod} ${resource}`;
  return Object.hasOwn(api, key) ? (key as RouteKey) : undefined;
}
