import { sendDue, type SendDueNeeds, type SentDue } from '../../domain/messages/send-due.ts';
import type { Meter } from '../metrics.ts';
import { withHeartbeat } from '../with-heartbeat.ts';

/** Sends what is due; a carrier that failed makes the run fail, so that it shows and is tried again. */
export const sendDueRun = (ports: SendDueNeeds, meter: Meter) =>
  withHeartbeat(meter, async (): Promise<SentDue> => {
    let texts = 0;
    const tally = await sendDue(ports, (fate) => {
      if (fate === 'sent') texts += 1;
      else meter.count('TextDropped', { reason: fate });
    });
    if (texts > 0) await tellTexts(ports, meter, texts);
    for (let i = 0; i < tally.sent; i += 1) meter.count('MessageSent');
    for (let i = 0; i < tally.dropped; i += 1) meter.count('MessageDropped');
    for (let i = 0; i < tally.failed; i += 1) meter.count('MessageFailed');
    return tally;
  });

/** With what may be sent in a day, so that an alarm can tell the share. */
async function tellTexts({ configuration }: SendDueNeeds, meter: Meter, texts: number): Promise<void> {
  meter.count('TextSent', undefined, texts);
  const { textMessages } = (await configuration.current()).document;
  if (!textMessages) return;
  meter.count('TextBudget', { window: 'hour' }, textMessages.perHour);
  meter.count('TextBudget', { window: 'day' }, textMessages.perDay);
}
