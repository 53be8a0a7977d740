import type { Ports } from '../ports/index.ts';
import type { Happening } from '../trail/event.ts';
import type { AdminSession } from './admin-session.ts';
import { eventBy } from './event-by.ts';

export type NoteNeeds = Pick<Ports, 'trail' | 'random' | 'clock'>;

/** Leaves in the trail that an administrator read a report; to be called once for a report, not for each of its pages. */
export const noteReportRead = (
  ports: NoteNeeds,
  session: AdminSession,
  report: Extract<Happening, { kind: 'report-read' }>['report'],
): Promise<void> => ports.trail.append(eventBy(ports, session, { kind: 'report-read', report }));
