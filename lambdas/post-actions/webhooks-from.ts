import type { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { outsideSecret } from '../../adapters/secrets-manager/outside-secret.ts';
import { webhookDesk } from '../../adapters/webhooks/webhook-desk.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import type { WebhookDesk } from '../../domain/ports/post-action-desks.ts';
import type { WebhookChoice } from '../environment.ts';

/** The desk of the endpoints in LATCHKEY_WEBHOOKS. */
export const webhooksFrom = (
  webhooks: string,
  secrets: SecretsManagerClient,
  clock: Clock,
): WebhookDesk =>
  webhookDesk(
    (JSON.parse(webhooks) as readonly WebhookChoice[]).map(({ name, url, secretId }) => ({
      name,
      url,
      secret: outsideSecret(secrets, secretId, clock),
    })),
    clock,
  );
