import { compile, type JSONSchema } from 'json-schema-to-typescript';

/** As much of the OpenAPI document as the types of a client are made from. */
interface OpenApi {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, JSONSchema>> };
}

interface Operation {
  readonly summary: string;
  readonly parameters?: readonly {
    readonly name: string;
    readonly in: string;
    readonly required: boolean;
    readonly schema: JSONSchema;
  }[];
  readonly requestBody?: { readonly content: Content };
  readonly responses: { readonly '2XX': { readonly content: Content } };
}

type Content = { readonly 'application/json': { readonly schema: JSONSchema } };

/**
 * The text of client/api-types.ts: one interface `Api`, in which each route of administration stands by its name with what it takes and
 * what it answers, and an interface for every named part of the OpenAPI document.
 */
export async function generateTypes(document: OpenApi): Promise<string> {
  const administration = Object.entries(document.paths).filter(([path]) => path.startsWith('/api/admin/'));
  const routes = administration.flatMap(([path, methods]) =>
    Object.entries(methods).map(
      ([method, operation]) => [`${method.toUpperCase()} ${path}`, routeSchema(operation)] as const,
    ),
  );
  const schema = {
    ...objectOf(Object.fromEntries(routes), () => true),
    title: 'Api',
    description: 'Every route of administration, by its name: what it takes and what it answers.',
    definitions: document.components.schemas,
  };
  const text = await compile(inDefinitions(schema), 'Api', {
    bannerComment: '// Made from docs/openapi.json by `npm run openapi`; do not edit.',
    additionalProperties: false,
    ignoreMinAndMaxItems: true,
    unreachableDefinitions: true,
    style: { singleQuote: true, printWidth: 110 },
  });
  return text.replaceAll(ORIGIN, '');
}

/** What the generator says of where an interface comes from: nothing a reader needs. */
const ORIGIN = /\/\*\*\n \* This interface was referenced by [^/]*\*\/\n/g;

function routeSchema({ summary, parameters = [], requestBody, responses }: Operation): JSONSchema {
  const given = (place: string) => {
    const some = parameters.filter((parameter) => parameter.in === place);
    const required = new Set(some.filter((each) => each.required).map(({ name }) => name));
    const schemas = Object.fromEntries(some.map(({ name, schema }) => [name, schema]));
    return {
      there: some.length > 0,
      any: required.size > 0,
      schema: objectOf(schemas, (name) => required.has(name)),
    };
  };
  const [params, query] = [given('path'), given('query')];
  const parts = {
    ...(params.there && { params: params.schema }),
    ...(query.there && { query: query.schema }),
    ...(requestBody && { body: requestBody.content['application/json'].schema }),
    reply: responses['2XX'].content['application/json'].schema,
  };
  return { ...objectOf(parts, (name) => name !== 'query' || query.any), description: summary };
}

const objectOf = (
  properties: Readonly<Record<string, JSONSchema>>,
  required: (name: string) => boolean,
): JSONSchema => ({
  type: 'object',
  properties: { ...properties },
  required: Object.keys(properties).filter(required),
  additionalProperties: false,
});

/** The same schema with its references pointing to its own definitions; a default beside one would make another type of it. */
const inDefinitions = (schema: JSONSchema): JSONSchema =>
  JSON.parse(JSON.stringify(schema), (_key, value: unknown) =>
    typeof value === 'object' && value !== null && '$ref' in value && typeof value.$ref === 'string'
      ? { $ref: value.$ref.replace('#/components/schemas/', '#/definitions/') }
      : value,
  ) as JSONSchema;
