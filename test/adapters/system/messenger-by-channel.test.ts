import { describe, expect, it } from 'vitest';
import { messengerByChannel } from '../../../adapters/system/messenger-by-channel.ts';
import type { Messenger, OutgoingMessage } from '../../../domain/ports/messenger.ts';

function notebook() {
  const sent: OutgoingMessage[] = [];
  const messenger: Messenger = {
    async send(message) {
      sent.push(message);
    },
  };
  return { sent, messenger };
}

const email: OutgoingMessage = { channel: 'email', to: 'ada@corp.example', subject: 'Code', text: 'Hello' };
const sms: OutgoingMessage = { channel: 'sms', to: '+4512345678', subject: '', text: 'Hello' };

describe('messages by channel', () => {
  it('go to the carrier of their channel alone', async () => {
    const [post, phone] = [notebook(), notebook()];
    const messenger = messengerByChannel({ email: post.messenger, sms: phone.messenger });
    await messenger.send(email);
    await messenger.send(sms);
    expect(post.sent).toEqual([email]);
    expect(phone.sent).toEqual([sms]);
  });

  it('fail when no carrier is set up for the channel', async () => {
    const post = notebook();
    const sending = messengerByChannel({ email: post.messenger }).send(sms);
    await expect(sending).rejects.toMatchObject({ name: 'Failure', code: 'messages-unavailable' });
    expect(post.sent).toEqual([]);
  });
});
