import * as z from 'zod/mini';
import type { DoorRefusal } from '../../domain/ports/portal-door.ts';
import { DOOR_ANSWERS } from './door-answers.ts';

/** One request to the portal's JSON API. */
export interface DoorRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  readonly body?: object;
  readonly handle?: string;
  readonly operation?: string;
}

/** API Gateway gives up after 29 s. */
const PATIENCE_MS = 30_000;
/** Firewalls turn away who says no name. */
const NAME = 'latchkey-canary';

/** Asks once; a good answer of that shape, or the refusal. Follows nobody elsewhere: a password is in the request. */
export async function askDoor<Schema extends z.ZodMiniType>(
  address: string,
  { method, path, body, handle, operation }: DoorRequest,
  shape: Schema,
): Promise<{ readonly kind: 'said'; readonly said: z.infer<Schema> } | DoorRefusal> {
  const answered = await fetch(`${address}${path}`, {
    method,
    headers: {
      'user-agent': NAME,
      accept: 'application/json',
      ...(body && { 'content-type': 'application/json' }),
      ...(handle !== undefined && { authorization: `Bearer ${handle}` }),
      ...(operation !== undefined && { 'idempotency-key': operation }),
    },
    ...(body && { body: JSON.stringify(body) }),
    redirect: 'error',
    signal: AbortSignal.timeout(PATIENCE_MS),
  })
    .then(async (response) => ({ ok: response.ok, status: response.status, text: await response.text() }))
    .catch(() => undefined);
  if (!answered) return refusal('unreachable');
  const json = parsed(answered.text);
  if (!answered.ok) return problemIn(json, answered.status);
  const said = z.safeParse(shape, json);
  return said.success ? { kind: 'said', said: said.data } : refusal('unreadable');
}

/** What is turned away before the portal, by an allow-list or a firewall, has no code of ours: its status says who it was. */
function problemIn(json: unknown, status: number): DoorRefusal {
  const problem = z.safeParse(DOOR_ANSWERS.problem, json).data;
  if (!problem) return refusal(`status-${status}`);
  return { ...refusal(problem.code), ...(problem.reasons && { reasons: problem.reasons }) };
}

const refusal = (code: string): DoorRefusal => ({ kind: 'refused', code });

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
