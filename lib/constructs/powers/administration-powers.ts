import type { FunctionName } from '../../../lambdas/environment.ts';
import { letSeal, letTag } from '../key-grants.ts';
import { storeGrants } from '../store-grants.ts';
import type { Grant } from './grant.ts';

/** Of those behind the administrators' door. */
export const ADMINISTRATION_POWERS = {
  admin(it, { store, keys, dataProxy }) {
    storeGrants(store, it)
      .readConfiguration()
      .publishConfiguration()
      .keepDrafts()
      .keepEnrollments()
      .listEnrollments()
      .appendTrail()
      .readTrail()
      .useFlows(['GetItem', 'PutItem'], ['adminSession'])
      .useFlows(['GetItem'], ['health'])
      .useFlows(['PutItem'], ['errand'])
      // Freezing somebody takes the lease from the flow that has it, which also says when the password was last reset.
      .useFlows(['GetItem', 'UpdateItem'], ['flow', 'tries'])
      .useFlows(['UpdateItem'], ['signIns', 'signInsFrom'])
      .useFlows(['DeleteItem'], ['signIns']);
    dataProxy.letRead(it);
    letTag(it, keys);
    letSeal(it, keys);
  },
  console: () => undefined,
  doctor(it, { store, dataProxy, selfService }) {
    storeGrants(store, it)
      .readConfiguration()
      .useFlows(['GetItem'], ['adminSession'])
      .useFlows(['PutItem'], ['health']);
    dataProxy.letRead(it);
    selfService.letRead(it);
  },
} satisfies Partial<Readonly<Record<FunctionName, Grant>>>;
