import type { Clock } from '../../domain/ports/clock.ts';
import type { WebhookDesk } from '../../domain/ports/post-action-desks.ts';
import { webhookDesk } from './webhook-desk.ts';

/** An endpoint as the deployment names it. */
interface NamedEndpoint {
  readonly name: string;
  readonly url: string;
  readonly secretId: string;
}

/** The desk of a deployment's endpoints, as JSON; `secretOf` reads what each is signed with. */
export const webhooksFrom = (
  endpoints: string,
  secretOf: (secretId: string) => () => Promise<string>,
  clock: Clock,
): WebhookDesk =>
  webhookDesk(
    (JSON.parse(endpoints) as readonly NamedEndpoint[]).map(({ name, url, secretId }) => ({
      name,
      url,
      secret: secretOf(secretId),
    })),
    clock,
  );
