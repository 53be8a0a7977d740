import type * as z from 'zod/mini';
import type { RouteKey } from '../api.ts';
import { BadRequest } from './bad-request.ts';

/** What a schema makes of a value. Throws BadRequest, naming the field. */
export function bySchema(schema: z.ZodMiniType, value: unknown): unknown {
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
  if (first?.code !== 'invalid_union') return first;
  const closest = first.errors.toSorted((a, b) => a.length - b.length)[0]?.[0];
  // An alternative knows its own part of the way alone.
  return closest ? { ...closest, path: [...first.path, ...closest.path] } : first;
}

/** Keeps what was made for a route, so that a schema is made once. */
export function madeOnce(): (key: RouteKey, make: () => z.ZodMiniType) => z.ZodMiniType {
  const schemas = new Map<RouteKey, z.ZodMiniType>();
  return (key, make) => {
    const schema = schemas.get(key) ?? make();
    schemas.set(key, schema);
    return schema;
  };
}
