import type { Clock } from '../../domain/ports/clock.ts';
import type { Carried, WebhookDesk } from '../../domain/ports/post-action-desks.ts';
import { postOnce } from './post-once.ts';
import { signedRequest } from './signed-request.ts';

/** One endpoint of the deployment. */
export interface WebhookEndpoint {
  /** What the administrators call it by. */
  readonly name: string;
  /** https, whole. */
  readonly url: string;
  /** The secret it shares with us, base64 (`whsec_…`). Throws a Failure when it cannot be had. */
  readonly secret: () => Promise<string>;
  /** PEM of the authorities that may vouch for it; the public ones, when left out. */
  readonly ca?: string;
}

/** Webhooks over HTTPS. A Failure of the secret's keeper gets out; all else is an answer. */
export function webhookDesk(
  endpoints: readonly WebhookEndpoint[],
  clock: Clock,
  withinMs = 5_000,
): WebhookDesk {
  return {
    async deliver(job) {
      const endpoint = endpoints.find(({ name }) => name === job.work.endpoint);
      if (!endpoint)
        return {
          kind: 'refused',
          why: `the deployment has no webhook ${job.work.endpoint}: add it to postActions.webhooks of the settings`,
        };
      const secret = await endpoint.secret();
      try {
        const signed = signedRequest(job, secret, clock.now());
        const status = await postOnce(new URL(endpoint.url), signed, { withinMs, ca: endpoint.ca });
        return judged(endpoint.name, status);
      } catch (error) {
        return {
          kind: 'failed',
          why: `webhook ${endpoint.name}: ${error instanceof Error ? error.message : ''}`,
        };
      }
    },
  };
}

/** 410 says that the endpoint wants no more, ever (Standard Webhooks 1.0.0, "responses"). */
function judged(name: string, status: number): Carried {
  if (status >= 200 && status <= 299) return { kind: 'done' };
  const why = `webhook ${name} answered ${status}`;
  return status === 410 ? { kind: 'refused', why } : { kind: 'failed', why };
}
