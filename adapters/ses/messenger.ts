import { SendEmailCommand, type SESv2Client } from '@aws-sdk/client-sesv2';
import { Failure } from '../../domain/failure.ts';
import type { Messenger, OutgoingMessage } from '../../domain/ports/messenger.ts';
import { awsError } from '../system/aws-error.ts';

/** From whom e-mail comes, and the SES configuration set that watches over it. */
export interface SesSettings {
  readonly from: string;
  readonly configurationSet?: string;
}

/** One plain address: nothing that could end a header line, or add a second recipient or a display name. */
const ONE_ADDRESS = /^[^\s\p{Cc}@<>()[\]\\,;:"]+@[^\s\p{Cc}@<>()[\]\\,;:"]+$/u;
const CONTROL = /\p{Cc}|\p{Zl}|\p{Zp}/u;

/**
 * E-mail through SES v2, as plain UTF-8 text. Failure `messages-unavailable` when SES did not take the message, or when address
 * or subject could smuggle in a header; what is said about it names neither address nor text.
 */
export function sesMessenger(client: SESv2Client, settings: SesSettings): Messenger {
  return {
    async send(message) {
      refuseUnsafe(message);
      try {
        await client.send(emailOf(message, settings));
      } catch (error) {
        // No cause: SES quotes the recipient in its message.
        throw new Failure('messages-unavailable', `SES did not take the message (${awsError(error)})`);
      }
    },
  };
}

function emailOf({ to, subject, text }: OutgoingMessage, settings: SesSettings): SendEmailCommand {
  return new SendEmailCommand({
    FromEmailAddress: settings.from,
    Destination: { ToAddresses: [to] },
    Content: {
      Simple: {
        Subject: { Data: subject, Charset: 'UTF-8' },
        Body: { Text: { Data: text, Charset: 'UTF-8' } },
      },
    },
    ...(settings.configurationSet === undefined ? {} : { ConfigurationSetName: settings.configurationSet }),
  });
}

function refuseUnsafe({ channel, to, subject }: OutgoingMessage): void {
  if (channel !== 'email') throw refused(`SES carries e-mail, not ${channel}`);
  if (to.length > 320 || !ONE_ADDRESS.test(to))
    throw refused('The recipient is not one plain e-mail address');
  if (CONTROL.test(subject)) throw refused('The subject has a line break or a control character');
}

function refused(why: string): Failure {
  return new Failure('messages-unavailable', why);
}
