import { Failure } from '../../domain/failure.ts';
import type { Messenger } from '../../domain/ports/messenger.ts';

/** The carriers that are set up. */
export interface Carriers {
  readonly email: Messenger;
  readonly sms?: Messenger;
}

/** Gives each message to the carrier of its channel. A channel without a carrier is the Failure `messages-unavailable`. */
export function messengerByChannel(carriers: Carriers): Messenger {
  return {
    async send(message) {
      const carrier = carriers[message.channel];
      if (carrier === undefined) {
        throw new Failure('messages-unavailable', `No carrier is set up for ${message.channel} messages`);
      }
      await carrier.send(message);
    },
  };
}
