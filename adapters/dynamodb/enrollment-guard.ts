import type { EnrollmentChange } from '../../domain/ports/enrollment-store.ts';
import { keys } from './keys.ts';
import { FROZEN_AT } from './lease.ts';
import { personRows } from './notes-row.ts';
import type { RefusedRow } from './refusal.ts';
import { methodTries } from './reserve.ts';
import type { Requests, TransactionItem } from './requests.ts';

/** What a change of an enrollment asks of its person's row, and of the flow that may have reset the password. */
export interface GuardItems {
  readonly items: readonly TransactionItem[];
  /** Whether these rows refused it for good; otherwise another flow has the lease by now, and it may be tried again. */
  refuses(rows: readonly (RefusedRow | undefined)[]): boolean;
}

/**
 * The items of a transaction that hold a change up while its person is frozen or was reset not long ago, and that forget a method's
 * tries. When a reset was is said by the person's row, or by the flow that the row names.
 */
export async function guardItems(
  requests: Requests,
  table: string,
  { next: { person }, guard, renews }: EnrollmentChange,
): Promise<GuardItems> {
  const forget = renews && {
    UpdateExpression: `REMOVE ${renews.map((_, index) => `#tries${index}`).join(', ')}`,
    ExpressionAttributeNames: Object.fromEntries(
      renews.map((method, index) => [`#tries${index}`, methodTries(method)]),
    ),
  };
  const onPerson = { TableName: table, Key: keys.tries(person) };
  if (!guard) return { items: forget ? [{ Update: { ...onPerson, ...forget } }] : [], refuses: () => false };
  const { holder, flow } = await personRows(requests, table, person);
  const condition = unfrozen(holder, guard.resetBefore);
  return {
    items: [
      forget
        ? { Update: { ...onPerson, ...forget, ...condition } }
        : { ConditionCheck: { ...onPerson, ...condition } },
      ...(holder !== undefined && flow
        ? [{ ConditionCheck: unreset(table, holder, guard.resetBefore) }]
        : []),
    ],
    refuses: ([row, reset]) =>
      reset !== undefined || row?.[FROZEN_AT] !== undefined || (row?.['resetAt'] ?? 0) > guard.resetBefore,
  };
}

const unfrozen = (holder: string | undefined, before: number) => ({
  ConditionExpression: `attribute_not_exists(${FROZEN_AT}) AND (attribute_not_exists(resetAt) OR resetAt <= :before) AND ${
    holder === undefined ? 'attribute_not_exists(leaseholder)' : 'leaseholder = :holder'
  }`,
  ExpressionAttributeValues: { ':before': before, ...(holder !== undefined && { ':holder': holder }) },
  ReturnValuesOnConditionCheckFailure: 'ALL_OLD' as const,
});

/** The flow is not resetting the password, and has not since. What was cleaned away was long ago. */
const unreset = (TableName: string, holder: string, before: number) => ({
  TableName,
  Key: keys.flow(holder),
  ConditionExpression:
    'attribute_not_exists(pk) OR NOT ((#state = :executing AND intent.#action = :reset) OR ' +
    '(outcome.#action = :reset AND outcome.#result <> :unchanged AND outcome.#at > :before))',
  ExpressionAttributeNames: { '#state': 'state', '#action': 'action', '#result': 'result', '#at': 'at' },
  ExpressionAttributeValues: {
    ':executing': 'executing',
    ':reset': 'reset',
    ':unchanged': 'unchanged',
    ':before': before,
  },
});
