import { personKey } from '../../../domain/person.ts';
import { isResetting, resetBy } from '../../central-store/stored-notes.ts';
import { flowOf } from '../flow-row.ts';
import { keys } from '../keys.ts';
import type { Row } from '../requests.ts';
import { momentIn, personIn } from './believed.ts';
import { FORGOTTEN, type Left } from './left.ts';

/**
 * Of a flow nothing comes back but when it reset the password: as long as a flow holds its person's lease, that is noted on the flow
 * alone. A reset that was being made counts as made.
 */
export function leftOfFlow(row: Row, now: number): Left {
  const flow = flowOf(row);
  const resetAt = resetBy(flow) ?? (isResetting(flow) ? flow.intent?.at : undefined);
  if (resetAt === undefined) return FORGOTTEN;
  momentIn({ resetAt }, 'resetAt', now);
  personIn(personKey(flow.person));
  const key = keys.tries(flow.person);
  return { kind: 'left', key, row: { ...key, resetAt } };
}
