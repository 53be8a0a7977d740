import type { Repaired } from '../../../domain/recovery/repair.ts';
import { repairJson } from '../../../lambdas/http/repair-reply.ts';

/** What the person is told, by what the JSON says: of the outcome, or whether anything was changed. */
export type Told = 'done' | 'unchanged' | 'perhaps' | 'unknown';

/** Reads it out of the JSON reply. */
export function toldBy(repaired: Repaired): Told {
  const { status, body } = repairJson(repaired, () => 'K7Q2-M9XD');
  if (status === 200) return 'done';
  const { changed } = JSON.parse(body) as { changed?: 'no' | 'unknown' };
  if (repaired.kind === 'settled' && repaired.outcome.result === 'unknown') return 'unknown';
  if (changed === 'no') return 'unchanged';
  if (changed === 'unknown') return 'perhaps';
  throw new Error(`it was ${repaired.kind}, which says nothing of a change`);
}
