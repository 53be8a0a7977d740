import * as z from 'zod';
import type { Mailbox } from './mailbox.ts';
import { operation, type Service } from './operation.ts';

const Text = z.object({ Data: z.string() });
const SendEmail = z.object({
  FromEmailAddress: z.string().min(1),
  Destination: z.object({ ToAddresses: z.array(z.string().min(1)).min(1) }),
  Content: z.object({ Simple: z.object({ Subject: Text, Body: z.object({ Text }) }) }),
});

/** SES v2: SendEmail with simple text content. Every sender counts as verified. Messages go to the mailbox, one per recipient. */
export function standInSes(mailbox: Mailbox): Service {
  return {
    SendEmail: operation(SendEmail, ({ FromEmailAddress: from, Destination, Content: { Simple } }) => {
      const ids = Destination.ToAddresses.map((to) =>
        mailbox.put({
          channel: 'email',
          from,
          to,
          subject: Simple.Subject.Data,
          text: Simple.Body.Text.Data,
        }),
      );
      return { MessageId: ids[0] };
    }),
  };
}
