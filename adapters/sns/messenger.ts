import { PublishCommand, type MessageAttributeValue, type SNSClient } from '@aws-sdk/client-sns';
import { Failure } from '../../domain/failure.ts';
import type { Messenger } from '../../domain/ports/messenger.ts';
import { awsError } from '../system/aws-error.ts';

/** The name shown as sender, where the country allows one: 1 to 11 letters and digits. */
export interface SnsSettings {
  readonly senderId?: string;
}

/** An international number (E.164): nothing that SNS could take for something else. */
const NUMBER = /^\+[1-9][0-9]{6,14}$/;

/**
 * Text messages through SNS, as Transactional (delivered first). The text alone is sent; a text message has no subject.
 * Failure `messages-unavailable` when SNS did not take it; what is said about it names neither number nor text.
 */
export function snsMessenger(client: SNSClient, settings: SnsSettings = {}): Messenger {
  return {
    async send({ channel, to, text }) {
      if (channel !== 'sms')
        throw new Failure('messages-unavailable', `SNS carries text messages, not ${channel}`);
      if (!NUMBER.test(to)) {
        throw new Failure('messages-unavailable', 'The recipient is not an international telephone number');
      }
      try {
        await client.send(
          new PublishCommand({ PhoneNumber: to, Message: text, MessageAttributes: attributes(settings) }),
        );
      } catch (error) {
        // No cause: SNS quotes the number in its message.
        throw new Failure('messages-unavailable', `SNS did not take the message (${awsError(error)})`);
      }
    },
  };
}

function attributes({ senderId }: SnsSettings): Record<string, MessageAttributeValue> {
  return {
    'AWS.SNS.SMS.SMSType': { DataType: 'String', StringValue: 'Transactional' },
    ...(senderId === undefined
      ? {}
      : { 'AWS.SNS.SMS.SenderID': { DataType: 'String', StringValue: senderId } }),
  };
}
