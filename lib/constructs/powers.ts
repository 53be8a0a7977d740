import type { FunctionName } from '../../lambdas/environment.ts';
import type { Settings } from '../settings.ts';
import type { AccountSecrets } from './account-secrets.ts';
import type { CentralStore } from './central-store.ts';
import type { EncryptionKeys } from './encryption-keys.ts';
import { letSendMail, letSendTexts } from './message-carriers.ts';
import type { RecoveryFunction } from './recovery-function.ts';
import { storeGrants } from './store-grants.ts';

/** What powers are made of. */
export interface Estate {
  readonly store: CentralStore;
  readonly keys: EncryptionKeys;
  readonly dataProxy: AccountSecrets;
  readonly selfService: AccountSecrets;
  readonly mail: Settings['mail'];
}

/**
 * What each function may do (docs/architecture.md, "Powers"); the adapters its handler.ts lists need just this.
 * Each grant gives the permission and the variable that goes with it.
 */
export const POWERS: Readonly<Record<FunctionName, (it: RecoveryFunction, estate: Estate) => void>> = {
  portal: (it, { store }) => void storeGrants(store, it).readConfiguration(),
  enroll(it, { store, keys, dataProxy }) {
    storeGrants(store, it)
      .readConfiguration()
      .keepEnrollments()
      .appendTrail()
      .useFlows(['GetItem', 'PutItem', 'UpdateItem'], ['session'])
      .useFlows(['GetItem', 'PutItem', 'UpdateItem'], ['flow'])
      .useFlows(['GetItem', 'UpdateItem'], ['tries'])
      .useFlows(['UpdateItem'], ['signIns', 'signInsFrom'])
      .useFlows(['DeleteItem'], ['signIns']);
    dataProxy.letRead(it);
    letTag(it, keys);
    letSeal(it, keys);
  },
  verify(it, { store, keys, dataProxy }) {
    storeGrants(store, it)
      .readConfiguration()
      .readEnrollments()
      .appendTrail()
      .useFlows(['GetItem', 'PutItem', 'UpdateItem'], ['flow'])
      .useFlows(['UpdateItem'], ['tries', 'startsFrom', 'starts']);
    dataProxy.letRead(it);
    letTag(it, keys);
    letSeal(it, keys);
  },
  unlock: repair,
  reset: repair,
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
      .useFlows(['UpdateItem'], ['signIns', 'signInsFrom'])
      .useFlows(['DeleteItem'], ['signIns']);
    dataProxy.letRead(it);
    letTag(it, keys);
    letSeal(it, keys);
  },
  console: () => undefined,
  announcer(it, { store, keys, dataProxy }) {
    storeGrants(store, it)
      .readConfiguration()
      .readAllEnrollments()
      .appendTrail()
      .useFlows(['PutItem'], ['errand']);
    dataProxy.letRead(it);
    letSeal(it, keys);
  },
  'outbox-sender'(it, { store, keys, mail }) {
    storeGrants(store, it)
      .readConfiguration()
      .findDue()
      .useFlows(['GetItem', 'UpdateItem'], ['flow', 'session', 'errand'])
      .useFlows(['UpdateItem'], ['told']);
    letOpen(it, keys);
    letSendMail(it, mail);
    letSendTexts(it);
  },
  sweeper(it, { store, dataProxy }) {
    storeGrants(store, it).appendTrail().findUnsettled().useFlows(['GetItem', 'UpdateItem'], ['flow']);
    dataProxy.letRead(it);
  },
  doctor(it, { store, dataProxy, selfService }) {
    storeGrants(store, it)
      .readConfiguration()
      .useFlows(['GetItem'], ['adminSession'])
      .useFlows(['PutItem'], ['health']);
    dataProxy.letRead(it);
    selfService.letRead(it);
  },
  'pre-flight'(it, { store, dataProxy }) {
    storeGrants(store, it).readConfiguration().listEnrollments().useFlows(['GetItem', 'PutItem'], ['health']);
    dataProxy.letRead(it);
  },
  rotation(it, { dataProxy, selfService }) {
    dataProxy.letRotate(it);
    selfService.letRotate(it);
  },
};

/** Unlock and reset: spend a proven flow with the self-service account. No enrollment, no key of answers or addresses. */
function repair(it: RecoveryFunction, { store, selfService }: Estate): void {
  storeGrants(store, it)
    .readConfiguration()
    .appendTrail()
    // Who holds a person's lease stands on their row of tries.
    .useFlows(['GetItem', 'UpdateItem'], ['flow', 'tries']);
  selfService.letRead(it);
}

function letTag(it: RecoveryFunction, { mac }: EncryptionKeys): void {
  it.set('LATCHKEY_MAC_KEY', mac.keyId);
  it.allow({ actions: ['kms:GenerateMac'], resources: [mac.keyArn] });
}

const OURS = { StringEquals: { 'kms:EncryptionContext:product': 'latchkey' } };

function letSeal(it: RecoveryFunction, { seal }: EncryptionKeys): void {
  it.set('LATCHKEY_SEAL_KEY', seal.keyId);
  it.allow({ actions: ['kms:GenerateDataKey'], resources: [seal.keyArn], conditions: OURS });
}

function letOpen(it: RecoveryFunction, { seal }: EncryptionKeys): void {
  it.allow({ actions: ['kms:Decrypt'], resources: [seal.keyArn], conditions: OURS });
}
