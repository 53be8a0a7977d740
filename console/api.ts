import { adminClient, ApiProblem, type Call } from '../client/client.ts';

/** The admin API of the deployment that served this page: `<stage>/console` speaks to `<stage>/api/admin`. */
const client = adminClient({
  base: globalThis.location.pathname.replace(/\/console\/?$/, ''),
  console: true,
});
const listeners = new Set<() => void>();

/** Calls a route; whoever follows is told when the answer is that the visit has ended. */
const call = (async (...args: Parameters<Call>) => {
  try {
    return await client.call(...args);
  } catch (problem) {
    if (problem instanceof ApiProblem && problem.code === 'session-gone')
      for (const listener of listeners) listener();
    throw problem;
  }
}) as Call;

export const api = {
  call,
  /** Tells when a call found that the visit has ended; answers how to stop listening. */
  whenGone(listener: () => void): () => void {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  },
};
