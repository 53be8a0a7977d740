import { PublishCommand, type SNSClient } from '@aws-sdk/client-sns';
import type { EventDesk } from '../../domain/ports/post-action-desks.ts';
import { awsError } from '../system/aws-error.ts';

/**
 * Publishes to one SNS topic: the body as JSON, and what subscribers filter by as message attributes. The id is the job's. On a FIFO
 * topic it is the deduplication id too, and one person's events keep their order.
 */
export function snsEventDesk(client: SNSClient, topicArn: string | undefined): EventDesk {
  return {
    async publish({ id, action, at, reference, person, account, work }) {
      if (topicArn === undefined)
        return {
          kind: 'refused',
          why: 'the deployment has no topic: add postActions.topic to the settings',
        };
      const type = `latchkey.${action}`;
      const Message = JSON.stringify({
        type,
        id,
        at: new Date(at).toISOString(),
        text: work.text,
        reference,
        person: { ...person, ...account },
      });
      const text = (StringValue: string) => ({ DataType: 'String', StringValue });
      try {
        await client.send(
          new PublishCommand({
            TopicArn: topicArn,
            Message,
            MessageAttributes: { type: text(type), id: text(id), domain: text(person.domain) },
            ...(topicArn.endsWith('.fifo') && {
              MessageDeduplicationId: id,
              MessageGroupId: `${person.domain}-${person.guid}`,
            }),
          }),
        );
        return { kind: 'done' };
      } catch (error) {
        return { kind: 'failed', why: `the topic did not take it (${awsError(error)})` };
      }
    },
  };
}
