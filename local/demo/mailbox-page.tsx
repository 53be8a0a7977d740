import type { Frame } from '../../portal/frame.ts';
import { Go } from '../../portal/parts/form.tsx';
import type { MailboxMessage } from '../aws/mailbox.ts';
import { demoPage } from './page.tsx';

/** The messages that were sent, newest first. */
export const mailboxPage = (frame: Frame, messages: readonly MailboxMessage[]): string =>
  demoPage(
    frame,
    'Mailbox',
    <>
      <p>
        Every e-mail and text that left since the start, to whomever, newest first. No mail leaves this
        machine.{' '}
        <Go frame={frame} to="/demo/mailbox">
          Look again
        </Go>
      </p>
      {messages.length === 0 && <p class="inset">Nothing was sent yet.</p>}
      {messages.toReversed().map((message) => (
        <Message message={message} />
      ))}
    </>,
  );

const Message = ({ message }: { message: MailboxMessage }) => (
  <section>
    <h2>
      <bdi>{message.subject === '' ? 'Text message' : message.subject}</bdi>
    </h2>
    <dl>
      <dt>To</dt>
      <dd>
        <bdi>{message.to}</bdi>
      </dd>
      <dt>At</dt>
      <dd>
        <time datetime={new Date(message.at).toISOString()}>
          {new Date(message.at).toLocaleTimeString('en-GB')}
        </time>
      </dd>
    </dl>
    <pre dir="auto">{message.text}</pre>
  </section>
);
