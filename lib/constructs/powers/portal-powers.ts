import type { FunctionName } from '../../../lambdas/environment.ts';
import type { Estate } from '../estate.ts';
import { letBind, letKeepSeeds, letSeal, letTag } from '../key-grants.ts';
import { letReadNamed } from '../named-secrets.ts';
import type { RecoveryFunction } from '../recovery-function.ts';
import { storeGrants } from '../store-grants.ts';
import type { Grant } from './grant.ts';

/** Of those behind the portal. */
export const PORTAL_POWERS = {
  portal: (it, { store }) => void storeGrants(store, it).readConfiguration(),
  enroll(it, { store, keys, dataProxy }) {
    storeGrants(store, it)
      .readConfiguration()
      .keepEnrollments()
      .appendTrail()
      .useFlows(['GetItem', 'PutItem', 'UpdateItem'], ['session'])
      .useFlows(['GetItem', 'PutItem', 'UpdateItem'], ['flow'])
      // A change of what is registered asks first what is noted of its person, and of the flow that may have reset the password.
      .useFlows(['ConditionCheckItem'], ['flow', 'tries'])
      .useFlows(['GetItem', 'UpdateItem'], ['tries'])
      .useFlows(['UpdateItem'], ['signIns', 'signInsFrom', 'texts'])
      .useFlows(['DeleteItem'], ['signIns']);
    dataProxy.letRead(it);
    letTag(it, keys);
    letSeal(it, keys);
    letKeepSeeds(it, keys);
  },
  verify(it, { store, keys, dataProxy }) {
    storeGrants(store, it)
      .readConfiguration()
      .readEnrollments()
      .appendTrail()
      .useFlows(['GetItem', 'PutItem', 'UpdateItem'], ['flow'])
      .useFlows(['GetItem', 'UpdateItem'], ['tries'])
      .useFlows(['UpdateItem'], ['startsFrom', 'starts', 'texts'])
      // Who says that it was not them is frozen, and told.
      .useFlows(['GetItem'], ['repudiation'])
      .useFlows(['PutItem'], ['errand']);
    dataProxy.letRead(it);
    letTag(it, keys);
    letSeal(it, keys);
    letKeepSeeds(it, keys);
  },
  unlock: repair,
  reset(it, estate) {
    repair(it, estate);
    // What it makes for people to be sent; it can open none.
    letSeal(it, estate.keys);
  },
  federation(it, { store, keys, outsideSecrets }) {
    storeGrants(store, it)
      .readConfiguration()
      .keepEnrollments()
      .appendTrail()
      .useFlows(['GetItem', 'UpdateItem'], ['session'])
      .useFlows(['ConditionCheckItem', 'GetItem', 'UpdateItem'], ['flow', 'tries']);
    letBind(it, keys);
    letReadNamed(it, outsideSecrets);
  },
} satisfies Partial<Readonly<Record<FunctionName, Grant>>>;

/** Unlock and reset: spend a proven flow with the self-service account. No enrollment, no key of answers. */
function repair(it: RecoveryFunction, { store, selfService }: Estate): void {
  storeGrants(store, it)
    .readConfiguration()
    .appendTrail()
    // Who holds a person's lease stands on their row of tries.
    .useFlows(['GetItem', 'UpdateItem'], ['flow', 'tries'])
    .useFlows(['PutItem'], ['postAction']);
  selfService.letRead(it);
}
