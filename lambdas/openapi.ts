import * as z from 'zod';
import { ROUTE_KEYS, routeSpec, type RouteKey } from './api.ts';

const PROBLEM = { $ref: '#/components/schemas/Problem' };

/** The OpenAPI 3.1 document of the JSON routes, made from api.ts; written to docs/openapi.json and served in local mode. */
export function openapiDocument(version: string): object {
  const paths: Record<string, Record<string, object>> = {};
  for (const key of ROUTE_KEYS.filter((each) => routeSpec(each).face === 'json')) {
    const [method = '', path = ''] = key.split(' ');
    (paths[path] ??= {})[method.toLowerCase()] = operation(key, path);
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Latchkey',
      version,
      description: 'Self-service password reset and account unlock for Active Directory.',
    },
    paths,
    components: { schemas: { Problem: PROBLEM_SCHEMA }, securitySchemes: SECURITY },
  };
}

function operation(key: RouteKey, path: string): object {
  const spec = routeSpec(key);
  const parameters = [
    ...Array.from(path.matchAll(/\{(\w+)\}/g), ([, name]) => ({
      name,
      in: 'path',
      required: true,
      schema: { type: 'string' },
    })),
    ...(spec.idempotent
      ? [
          {
            name: 'Idempotency-Key',
            in: 'header',
            required: true,
            schema: { type: 'string', pattern: '^[A-Za-z0-9_-]{8,64}$' },
          },
        ]
      : []),
  ];
  return {
    summary: spec.summary,
    tags: [spec.by],
    ...(spec.handle && { security: [{ [spec.handle]: [] }] }),
    ...(parameters.length > 0 && { parameters }),
    ...(spec.body && {
      requestBody: { required: true, content: { 'application/json': { schema: schemaOf(spec.body()) } } },
    }),
    responses: {
      '2XX': { description: 'Done', content: { 'application/json': { schema: { type: 'object' } } } },
      default: {
        description: 'A problem (RFC 9457)',
        content: { 'application/problem+json': { schema: PROBLEM } },
      },
    },
  };
}

function schemaOf(schema: z.core.$ZodType): object {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, { io: 'input' }) as Record<string, unknown>;
  return rest;
}

const PROBLEM_SCHEMA = {
  type: 'object',
  required: ['type', 'title', 'status', 'code', 'reference'],
  properties: {
    type: { const: 'about:blank' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string', description: 'Stable; what programs decide by' },
    reference: { type: 'string', description: 'What a person reads out to the help desk' },
    field: { type: 'string' },
    changed: { enum: ['no', 'unknown'], description: 'Whether anything was changed in the directory' },
    triesLeft: { type: 'integer' },
    retryAfterSeconds: { type: 'integer' },
    reasons: {},
  },
};

const SECURITY = {
  flow: { type: 'http', scheme: 'bearer', description: 'The handle that POST /api/recovery answered' },
  session: {
    type: 'http',
    scheme: 'bearer',
    description: 'The handle that POST /api/enrollment/session answered',
  },
};
