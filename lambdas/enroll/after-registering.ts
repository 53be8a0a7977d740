import { enrollmentOverview } from '../../domain/enrollment/overview.ts';
import type { Session } from '../../domain/enrollment/session.ts';
import type { Ports } from '../../domain/ports/index.ts';
import { seeOther, type Reply } from '../http/reply.ts';
import type { Site } from '../http/site.ts';

/** Back to the list while something is still needed; else done. */
export async function afterRegistering(
  ports: Pick<Ports, 'enrollments' | 'notes' | 'configuration' | 'clock'>,
  { basePath }: Site,
  session: Session,
): Promise<Reply> {
  const { enough } = await enrollmentOverview(ports, session);
  return seeOther(`${basePath}${enough ? '/enroll/done' : '/enroll/methods'}`);
}
