import type { Errand } from '../../domain/ports/outbox.ts';
import { ERRAND_KEPT_MS } from '../central-store/errand.ts';
import { ttlAfter } from './counting.ts';
import { keys } from './keys.ts';
import { newOutbox } from './queueing.ts';

/**
 * The put of an errand, alone or in the transaction of the change it tells of. It is refused while the same one is
 * remembered, and while the one before still waits to be sent, however long that took.
 */
export const errandPut = (TableName: string, { id, person, message, forgottenAt }: Errand) => ({
  TableName,
  Item: {
    ...keys.errand(id),
    person,
    ...newOutbox([message]),
    forgottenAt,
    ttl: ttlAfter(Math.max(forgottenAt, message.queuedAt + ERRAND_KEPT_MS)),
  },
  ConditionExpression: 'attribute_not_exists(pk) OR (forgottenAt <= :now AND attribute_not_exists(due))',
  ExpressionAttributeValues: { ':now': message.queuedAt },
});
