/** One message to one address, ready to go. */
export interface OutgoingMessage {
  readonly channel: 'email' | 'sms';
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** Hands messages to their carrier (SES, SNS). Throws a Failure when the carrier did not take it. */
export interface Messenger {
  send(message: OutgoingMessage): Promise<void>;
}
