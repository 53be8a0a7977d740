import type { Outside } from '../domain/policy/configuration.ts';
import type { WebhookChoice } from '../lambdas/deployment-choices.ts';
import type { Settings } from './settings.ts';

/** What administrators may use after a change (LATCHKEY_POLICY): names alone. */
export const policyPostActions = ({
  postActions: { webhooks, topic, writableAttributes },
}: Pick<Settings, 'postActions'>): Pick<Outside, 'webhooks' | 'events' | 'writableAttributes'> => ({
  webhooks: webhooks.map(({ name }) => name),
  events: topic !== undefined,
  writableAttributes,
});

const deployedWebhooks = ({ postActions: { webhooks } }: Pick<Settings, 'postActions'>): string =>
  JSON.stringify(
    webhooks.map(({ name, url, secretName: secretId }): WebhookChoice => ({ name, url, secretId })),
  );

const deployedAttributeWriters = ({ domains }: Pick<Settings, 'domains'>): string =>
  JSON.stringify(
    Object.fromEntries(
      domains.flatMap(({ netbiosName, accounts: { attributeWriter } }) =>
        attributeWriter ? [[netbiosName, attributeWriter.secretName]] : [],
      ),
    ),
  );

/** What the functions that act after a change are told. */
export const postActionVariables = (settings: Pick<Settings, 'domains' | 'postActions'>) => ({
  LATCHKEY_WEBHOOKS: deployedWebhooks(settings),
  LATCHKEY_EVENTS_TOPIC: settings.postActions.topic?.arn ?? 'none',
  LATCHKEY_ATTRIBUTE_WRITER_SECRETS: deployedAttributeWriters(settings),
});

/** Whether the settings name anything of a kind that could be done: what has nothing to do is not woken. */
export const hasPostActions = ({ postActions }: Pick<Settings, 'postActions'>) => ({
  outside: postActions.webhooks.length > 0 || postActions.topic !== undefined,
  directory: postActions.writableAttributes.length > 0,
});

/** The secrets and the topic that powers are given over. */
export const postActionEstate = ({
  domains,
  postActions: { webhooks, topic },
}: Pick<Settings, 'domains' | 'postActions'>) => ({
  webhookSecrets: webhooks.map(({ secretName }) => secretName),
  writerSecrets: domains.flatMap(({ accounts: { attributeWriter } }) =>
    attributeWriter ? [attributeWriter.secretName] : [],
  ),
  topic,
});
