import { useDraft } from '../draft.tsx';
import type { Kind } from './form.ts';

/** A kind of post action: what it is called, what it does, and what the deployment offers to do it with. */
export interface Offered {
  readonly kind: Kind;
  readonly name: string;
  readonly does: string;
  readonly isThere: boolean;
  /** Names to choose from, where there are several. */
  readonly choices: readonly string[];
  /** What to do where it is not there. */
  readonly missing: string;
}

/** Every kind of post action, and whether it can be done in this deployment; no administrator changes that here. */
export function useOffered(): readonly Offered[] {
  const { webhooks, events, writableAttributes } = useDraft().inForce.outside;
  const missing = (what: string, setting: string) =>
    `This deployment has ${what}. Have ${setting} put into its settings (docs/deploy.md) and deployed.`;
  return [
    {
      kind: 'webhook',
      name: 'Call a webhook',
      does: 'A signed request to an endpoint of yours.',
      isThere: webhooks.length > 0,
      choices: webhooks,
      missing: missing('no webhook', 'postActions.webhooks'),
    },
    {
      kind: 'event',
      name: 'Publish an event',
      does: 'A message on the SNS topic of the deployment.',
      isThere: events,
      choices: [],
      missing: missing('no topic', 'postActions.topic'),
    },
    {
      kind: 'attribute',
      name: 'Write an attribute',
      does: 'An attribute of the account in Active Directory, by an account that may write nothing else.',
      isThere: writableAttributes.length > 0,
      choices: writableAttributes,
      missing: missing('no attribute that may be written', 'postActions.writableAttributes'),
    },
  ];
}
