import {
  announceQuestionnaire,
  type Announced,
  type AnnounceNeeds,
} from '../../domain/administration/announce-questionnaire.ts';
import type { Meter } from '../metrics.ts';
import { withHeartbeat } from '../with-heartbeat.ts';

/** Tells people whose answers are good for a while only that they must be given anew. */
export const announceRun = (ports: AnnounceNeeds, meter: Meter) =>
  withHeartbeat(meter, async (): Promise<Announced> => {
    const announced = await announceQuestionnaire(ports);
    for (let i = 0; i < announced.told; i += 1) meter.count('ReminderQueued');
    return announced;
  });
