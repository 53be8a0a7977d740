import { isResetting, resetBy } from '../../central-store/stored-notes.ts';
import { flowOf } from '../flow-row.ts';
import { keys } from '../keys.ts';
import type { Row } from '../requests.ts';
import { FORGOTTEN, type Left } from './left.ts';

/**
 * Of a flow nothing comes back but when it reset the password: as long as a flow holds its person's lease, that is noted on the flow
 * alone. A reset that was being made counts as made.
 */
export function leftOfFlow(row: Row): Left {
  const flow = flowOf(row);
  const resetAt = resetBy(flow) ?? (isResetting(flow) ? flow.intent?.at : undefined);
  if (resetAt === undefined) return FORGOTTEN;
  const key = keys.tries(flow.person);
  return { kind: 'left', key, row: { ...key, resetAt } };
}
