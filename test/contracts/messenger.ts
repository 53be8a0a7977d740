import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import type { Messenger, OutgoingMessage } from '../../domain/ports/messenger.ts';

/** A messenger under test, and the carrier behind it. */
export interface MessengerUnderTest {
  readonly messenger: Messenger;
  /** What reached the carrier; a carrier without subjects gives ''. */
  readonly delivered: () => readonly Pick<OutgoingMessage, 'to' | 'subject' | 'text'>[];
  /** The carrier takes nothing any more. */
  readonly breakCarrier: () => void;
}

const unavailable = expect.objectContaining({ name: 'Failure', code: 'messages-unavailable' }) as unknown;
/** All that a log could print of it, causes included. */
const failureOf = async (work: Promise<void>) => work.then(String, (error: unknown) => inspect(error));

/** What every Messenger promises for a message of its channel (`sample`). `carriesSubject`: whether a subject is shown at all. */
export function messengerContract(
  name: string,
  sample: OutgoingMessage,
  carriesSubject: boolean,
  make: () => Promise<MessengerUnderTest>,
): void {
  const subjectOf = (subject: string) => (carriesSubject ? subject : '');

  describe(`${name} keeps the promises of a messenger`, () => {
    it('hands over address and text unchanged, in any script', async () => {
      const { messenger, delivered } = await make();
      const text = 'Ihr Code: 12345678\nКод & <b>代码</b> 🔑 "=?utf-8?"';
      const subject = 'Passwort zurücksetzen – 重置 & <more>';
      await messenger.send({ ...sample, subject, text });
      expect(delivered()).toEqual([
        expect.objectContaining({ to: sample.to, subject: subjectOf(subject), text }),
      ]);
    });

    it('hands over each message once, in order', async () => {
      const { messenger, delivered } = await make();
      for (const text of ['first', 'second', 'second']) await messenger.send({ ...sample, text });
      expect(delivered().map(({ text }) => text)).toEqual(['first', 'second', 'second']);
    });

    it('fails when the carrier does not take the message, and says nothing of address or text', async () => {
      const { messenger, breakCarrier } = await make();
      breakCarrier();
      const message = { ...sample, text: 'code 12345678' };
      await expect(messenger.send(message)).rejects.toEqual(unavailable);
      const said = await failureOf(messenger.send(message));
      expect(said).not.toContain(sample.to);
      expect(said).not.toContain('12345678');
    });

    it.each(['\r\nBcc: eve@evil.example', '\nX: y', ', eve@evil.example', ';+4512345678', ' ', '\u2028'])(
      'refuses an address with more behind it: %j',
      async (more) => {
        const { messenger, delivered } = await make();
        await expect(messenger.send({ ...sample, to: sample.to + more })).rejects.toEqual(unavailable);
        expect(delivered()).toEqual([]);
      },
    );

    it('refuses a message of another channel', async () => {
      const { messenger, delivered } = await make();
      const channel = sample.channel === 'email' ? 'sms' : 'email';
      await expect(messenger.send({ ...sample, channel })).rejects.toEqual(unavailable);
      expect(delivered()).toEqual([]);
    });
  });
}
