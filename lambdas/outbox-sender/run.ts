import { sendDue, type SendDueNeeds, type SentDue } from '../../domain/messages/send-due.ts';
import type { Meter } from '../metrics.ts';

/** Sends what is due; a carrier that failed makes the run fail, so that it shows and is tried again. */
export const sendDueRun = (ports: SendDueNeeds, meter: Meter) => async (): Promise<SentDue> => {
  const tally = await sendDue(ports, (fate) => {
    if (fate === 'sent') meter.count('TextSent');
    else meter.count('TextDropped', { reason: fate });
  });
  for (let i = 0; i < tally.sent; i += 1) meter.count('MessageSent');
  for (let i = 0; i < tally.dropped; i += 1) meter.count('MessageDropped');
  for (let i = 0; i < tally.failed; i += 1) meter.count('MessageFailed');
  return tally;
};
