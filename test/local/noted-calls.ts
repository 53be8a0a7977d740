import { ROUTE_KEYS, routeSpec } from '../../lambdas/api.ts';
import type { FunctionName } from '../../lambdas/environment.ts';
import type { LocalLatchkey } from '../../local/start-local.ts';
import type { callsTable } from './calls-table.ts';

/** Ways to call the functions of a running latchkey, each call noted in the table with what came of it. */
export function notedCalls(latchkey: () => LocalLatchkey, table: ReturnType<typeof callsTable>) {
  const noted = (method: string, path: string, result: string): void => {
    const [key] = ROUTE_KEYS.filter(
      (each) => each.replace(/\{\w+\}/, path.split('/').at(-1) ?? '') === `${method} ${path}`,
    );
    if (!key) throw new Error(`no function answers ${method} ${path}`);
    table.note(routeSpec(key).by, `${method} ${path}`, result);
  };
  return {
    /** Asks a JSON route. */
    call: async (method: string, path: string, body?: object, headers: Record<string, string> = {}) => {
      const response = await fetch(latchkey().url(path), {
        method,
        headers: { ...(body && { 'content-type': 'application/json' }), ...headers },
        ...(body && { body: JSON.stringify(body) }),
      });
      const answer = (await response.json()) as Readonly<Record<string, unknown>>;
      const outcome = answer['code'] ?? answer['result'];
      const said = typeof outcome === 'string' ? `${response.status} ${outcome}` : `${response.status}`;
      noted(method, path, said);
      return { status: response.status, answer };
    },
    /** Gets a page. */
    page: async (path: string): Promise<Response> => {
      const response = await fetch(latchkey().url(path));
      noted('GET', path.replace(/\?.*/, ''), `${response.status} ${response.headers.get('content-type')}`);
      return response;
    },
    /** Wakes a function as AWS would; throws what it fails with. */
    invoke: async (name: FunctionName, event: object): Promise<unknown> => {
      const woken = JSON.stringify(event) === '{}' ? 'a wake-up' : `\`${JSON.stringify(event)}\``;
      try {
        const result = await latchkey().bundles?.invoke(name, event);
        table.note(name, woken, result);
        return result;
      } catch (error) {
        table.note(name, woken, `fails: ${String(error).replaceAll('|', '/')}`);
        throw error;
      }
    },
  };
}
