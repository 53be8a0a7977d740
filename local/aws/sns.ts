import * as z from 'zod';
import type { Mailbox } from './mailbox.ts';
import { operation, type Service } from './operation.ts';

const Publish = z.looseObject({
  PhoneNumber: z.string().regex(/^\+[1-9][0-9]{6,14}$/),
  Message: z.string().min(1).max(1600),
});

/** SNS: Publish to a telephone number. Messages go to the mailbox. */
export function standInSns(mailbox: Mailbox): Service {
  return {
    Publish: operation(Publish, (form) => {
      const { PhoneNumber: to, Message: text } = form;
      return { MessageId: mailbox.put({ channel: 'sms', from: senderId(form), to, subject: '', text }) };
    }),
  };
}

/** Message attributes come as `MessageAttributes.entry.N.Name` and `….N.Value.StringValue`. */
function senderId(form: Readonly<Record<string, unknown>>): string {
  const name = Object.keys(form).find((key) => form[key] === 'AWS.SNS.SMS.SenderID');
  const sender = name === undefined ? undefined : form[name.replace(/Name$/, 'Value.StringValue')];
  return typeof sender === 'string' ? sender : 'NOTICE';
}
