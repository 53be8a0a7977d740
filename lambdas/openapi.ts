import * as z from 'zod';
import { COMPONENTS } from './admin/shapes/components.ts';
import { documentShape } from './admin/shapes/document.ts';
import { anyDocument } from './admin/shapes/requests.ts';
import { PROBLEM_SCHEMA, SECURITY } from './openapi-parts.ts';
import { ROUTE_KEYS, routeSpec, type RouteKey } from './api.ts';

const PROBLEM = { $ref: '#/components/schemas/Problem' };

/** The OpenAPI 3.1 document of the JSON routes, made from api.ts; written to docs/openapi.json and served in local mode. */
export function openapiDocument(version: string): object {
  const components = new Map<string, object>([['Problem', PROBLEM_SCHEMA]]);
  const paths: Record<string, Record<string, object>> = {};
  for (const key of ROUTE_KEYS.filter((each) => routeSpec(each).face === 'json')) {
    const [method = '', path = ''] = key.split(' ');
    (paths[path] ??= {})[method.toLowerCase()] = operation(key, path, schemasInto(components));
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Latchkey',
      version,
      description: 'Self-service password reset and account unlock for Active Directory.',
    },
    paths,
    components: {
      schemas: Object.fromEntries([...components].toSorted(([one], [other]) => (one < other ? -1 : 1))),
      securitySchemes: SECURITY,
    },
  };
}

type SchemaOf = (schema: z.core.$ZodType, io: 'input' | 'output') => JsonSchema;
type JsonSchema = { readonly [key: string]: unknown };

function operation(key: RouteKey, path: string, schemaOf: SchemaOf): object {
  const spec = routeSpec(key);
  const parameters = [
    ...Array.from(path.matchAll(/\{(\w+)\}/g), ([, name]) => ({
      name,
      in: 'path',
      required: true,
      schema: { type: 'string' },
    })),
    ...(spec.query ? queryParameters(schemaOf(spec.query(), 'input')) : []),
    ...(spec.idempotent ? [IDEMPOTENCY_KEY] : []),
  ];
  const reply = spec.reply ? schemaOf(spec.reply(), 'output') : { type: 'object' };
  return {
    summary: spec.summary,
    ...(spec.roles && { description: `For these roles: ${spec.roles.join(', ')}.`, 'x-roles': spec.roles }),
    tags: [spec.by],
    ...(spec.handle && { security: securityOf(spec.handle) }),
    ...(parameters.length > 0 && { parameters }),
    ...(spec.body && {
      requestBody: {
        required: true,
        content: { 'application/json': { schema: schemaOf(spec.body(), 'input') } },
      },
    }),
    responses: {
      '2XX': { description: 'Done', content: { 'application/json': { schema: reply } } },
      default: {
        description: 'A problem (RFC 9457)',
        content: { 'application/problem+json': { schema: PROBLEM } },
      },
    },
  };
}

const IDEMPOTENCY_KEY = {
  name: 'Idempotency-Key',
  in: 'header',
  required: true,
  schema: { type: 'string', pattern: '^[A-Za-z0-9_-]{8,64}$' },
};

function queryParameters({ properties = {}, required = [] }: JsonSchema): readonly object[] {
  const names = required as readonly string[];
  return Object.entries(properties as Record<string, object>).map(([name, schema]) => ({
    name,
    in: 'query',
    required: names.includes(name),
    schema,
  }));
}

const securityOf = (handle: string): readonly object[] =>
  handle === 'admin' ? [{ admin: [] }, { adminCookie: [], adminConsole: [] }] : [{ [handle]: [] }];

const DOCUMENT = 'ConfigurationDocument';
/** What may be left out of a request has another shape than what is answered in full, and so another name. */
const named = (id: string, io: 'input' | 'output'): string =>
  io === 'input' && WRITTEN.has(id) ? `Written${id === DOCUMENT ? 'Document' : id}` : id;
const WRITTEN = new Set([
  DOCUMENT,
  'UserRef',
  'GroupRef',
  'Audience',
  'UnlockRule',
  'ResetRule',
  'UserConfiguration',
  'Question',
  'QuestionGroup',
  'QuestionnairePlan',
  'Branding',
  'BlockEntry',
]);

/** Makes JSON schemas in which the shapes that have a name are references; what they refer to is put into `components`. */
function schemasInto(components: Map<string, object>): SchemaOf {
  const ids = z.registry<{ id: string }>();
  for (const [id, shape] of Object.entries(COMPONENTS)) ids.add(shape(), { id });
  const schemaOf: SchemaOf = (schema, io) => {
    const made = z.toJSONSchema(schema, {
      io,
      metadata: ids,
      override: ({ zodSchema, jsonSchema }) => {
        // `format` says it; the pattern is as long as a paragraph.
        if (jsonSchema.format === 'date-time') delete jsonSchema.pattern;
        // Read leniently, so that all its mistakes can be told; this is what it should be.
        if ((zodSchema as z.core.$ZodType) === anyDocument())
          Object.assign(jsonSchema, referenceTo(named(DOCUMENT, 'input')));
      },
    });
    const {
      $schema: _dialect,
      $defs = {},
      ...rest
    } = made as JsonSchema & { $defs?: Record<string, object> };
    const rewritten = (part: object): JsonSchema => withReferences(part, (id) => named(id, io));
    for (const [id, { id: _id, ...definition }] of Object.entries($defs as Record<string, { id?: string }>))
      components.set(named(id, io), rewritten(definition));
    const { id, ...own } = rest;
    if (typeof id !== 'string') return rewritten(own);
    // The whole schema is a named one.
    components.set(named(id, io), rewritten(own));
    return referenceTo(named(id, io));
  };
  schemaOf(documentShape(), 'input');
  return schemaOf;
}

const referenceTo = (name: string) => ({ $ref: `#/components/schemas/${name}` });

/** The same schema, its references to definitions pointing to components. */
const withReferences = (schema: object, name: (id: string) => string): JsonSchema =>
  JSON.parse(JSON.stringify(schema), (key, value: unknown) =>
    key === '$ref' && typeof value === 'string' && value.startsWith('#/$defs/')
      ? referenceTo(name(value.slice('#/$defs/'.length))).$ref
      : value,
  ) as JsonSchema;
