import type { APIGatewayProxyEvent, APIGatewayProxyResult, Context } from 'aws-lambda';
import { adminRoutes } from '../../lambdas/admin/routes.ts';
import { api, type Owner, type RouteKey } from '../../lambdas/api.ts';
import { consoleRoutes } from '../../lambdas/console/routes.ts';
import { doctorRoutes } from '../../lambdas/doctor/routes.ts';
import { enrollRoutes } from '../../lambdas/enroll/routes.ts';
import { federationRoutes } from '../../lambdas/federation/routes.ts';
import { configurationAtHand } from '../../lambdas/http/configuration-at-hand.ts';
import { serve } from '../../lambdas/http/serve.ts';
import type { Edge, Site } from '../../lambdas/http/site.ts';
import { portalRoutes } from '../../lambdas/portal/routes.ts';
import { resetRoutes } from '../../lambdas/reset/routes.ts';
import { unlockRoutes } from '../../lambdas/unlock/routes.ts';
import { verifyRoutes } from '../../lambdas/verify/routes.ts';
import { eventOf, keyOf, type Asked } from './asked-event.ts';
import { emittingMeter } from './emitting.ts';
import type { Product } from './product.ts';

export const ORIGIN = 'https://reset.example.com';

/** What came back, as a client sees it. */
export interface Answer {
  readonly status: number;
  /** By lower-case name; cookies are apart. */
  readonly headers: Readonly<Record<string, string>>;
  readonly cookies: readonly string[];
  readonly body: string;
}

/** The functions behind one door, as API Gateway has them, and what they wrote and counted. */
export interface FrontDoor {
  readonly product: Product;
  readonly site: Site;
  /** Every line of the journal, with the causes of errors and their stacks. */
  readonly lines: string[];
  /** Every metric that was counted, with its dimensions. */
  readonly counted: string[];
  ask(asked: Asked): Promise<Answer>;
}

export function frontDoor(product: Product, place: Partial<Site> = {}): FrontDoor {
  const site: Site = {
    origin: ORIGIN,
    basePath: '',
    version: '1.2.3',
    demo: false,
    customDomain: true,
    ...place,
  };
  const lines: string[] = [];
  const counted: string[] = [];
  const edge: Edge = {
    site,
    configuration: configurationAtHand(product.ports.configuration, product.configuration),
    meter: emittingMeter(({ metric, dimensions }) => {
      const named = Object.keys(dimensions).length > 0 ? dimensions : undefined;
      counted.push(JSON.stringify([metric, named]));
    }),
    journal: {
      info: (message, fields) => void lines.push(JSON.stringify([message, fields])),
      error: (message, fields, cause) => void lines.push(JSON.stringify([message, fields, causesOf(cause)])),
    },
  };
  const { ports } = product;
  const functions: Readonly<Record<Owner, ReturnType<typeof serve>>> = {
    portal: serve(edge, portalRoutes(edge)),
    enroll: serve(edge, enrollRoutes(ports, edge)),
    verify: serve(edge, verifyRoutes(ports, edge)),
    unlock: serve(edge, unlockRoutes(ports, edge)),
    reset: serve(edge, resetRoutes(ports, edge)),
    federation: serve(edge, federationRoutes(ports, edge)),
    admin: serve(edge, adminRoutes(ports, edge)),
    doctor: serve(edge, doctorRoutes(ports, edge)),
    // Its files are Vite's work; here there are none.
    console: serve(
      edge,
      consoleRoutes(async () => undefined),
    ),
  };
  const call = async (owner: Owner, event: APIGatewayProxyEvent): Promise<Answer> =>
    answerOf((await functions[owner](event, {} as Context)) as APIGatewayProxyResult);
  return {
    product,
    site,
    lines,
    counted,
    ask: (asked) => {
      const event = eventOf(asked);
      return call(ownerOf(keyOf(event)), event);
    },
  };
}

/** Unknown paths come to the portal. */
const ownerOf = (key: string): Owner => (Object.hasOwn(api, key) ? api[key as RouteKey].by : 'portal');

function answerOf(result: APIGatewayProxyResult): Answer {
  const { statusCode, headers, multiValueHeaders, body, isBase64Encoded } = result;
  const lower = Object.entries(headers ?? {}).map(([name, value]) => [name.toLowerCase(), String(value)]);
  return {
    status: statusCode,
    headers: Object.fromEntries(lower) as Record<string, string>,
    cookies: (multiValueHeaders?.['set-cookie'] ?? []).map(String),
    // Bytes as characters.
    body: isBase64Encoded ? atob(body) : body,
  };
}

/** An error with everything a log could ever show of it. */
const causesOf = (error: unknown): unknown =>
  error instanceof Error ? [error.name, error.message, error.stack, causesOf(error.cause)] : error;

/** The JSON of an answer. */
export const jsonOf = ({ body }: Answer): Record<string, unknown> =>
  JSON.parse(body) as Record<string, unknown>;
