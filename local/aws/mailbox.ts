/** A message that a stand-in carrier took, as it was handed over. */
export interface MailboxMessage {
  readonly id: string;
  readonly at: number;
  readonly channel: 'email' | 'sms';
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** The last messages that were sent, oldest first. In memory alone. */
export interface Mailbox {
  put(message: Omit<MailboxMessage, 'id' | 'at'>): string;
  messages(): readonly MailboxMessage[];
  clear(): void;
}

/** How many messages a mailbox keeps. */
const KEPT = 500;

/** An empty mailbox. */
export function memoryMailbox(): Mailbox {
  let kept: readonly MailboxMessage[] = [];
  return {
    put(message) {
      const id = crypto.randomUUID();
      kept = [...kept, { id, at: Date.now(), ...message }].slice(-KEPT);
      return id;
    },
    messages: () => kept,
    clear() {
      kept = [];
    },
  };
}
