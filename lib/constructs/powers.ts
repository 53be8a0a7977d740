import { Stack } from 'aws-cdk-lib';
import type { FunctionName } from '../../lambdas/environment.ts';
import type { Settings } from '../settings.ts';
import type { AccountSecrets } from './account-secrets.ts';
import type { CentralStore } from './central-store.ts';
import type { EncryptionKeys } from './encryption-keys.ts';
import { letPublish, letSendMail, letSendTexts } from './message-carriers.ts';
import type { RecoveryFunction } from './recovery-function.ts';
import { storeGrants } from './store-grants.ts';

/** What powers are made of. */
export interface Estate {
  readonly store: CentralStore;
  readonly keys: EncryptionKeys;
  readonly dataProxy: AccountSecrets;
  readonly selfService: AccountSecrets;
  readonly mail: Settings['mail'];
  /** Names of the secrets shared with somebody outside. */
  readonly outsideSecrets: readonly string[];
  readonly postActions: PostActionEstate;
}

/** What is done after a change needs. */
export interface PostActionEstate {
  /** Names of the secrets that webhooks are signed with. */
  readonly webhookSecrets: readonly string[];
  /** Names of the secrets of the attribute writers. */
  readonly writerSecrets: readonly string[];
  readonly topic: Settings['postActions']['topic'];
}

/** What claiming, putting off and finishing a post action takes. */
const OF_A_JOB = ['DeleteItem', 'GetItem', 'UpdateItem'] as const;

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
    it.set('LATCHKEY_FEDERATION_KEY', keys.federation.keyId);
    it.allow({ actions: ['kms:GenerateMac'], resources: [keys.federation.keyArn] });
    letReadNamed(it, outsideSecrets);
  },
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
      .useFlows(['PutItem'], ['repudiation'])
      .useFlows(['UpdateItem'], ['told', 'texts']);
    letOpen(it, keys);
    letSendMail(it, mail);
    letSendTexts(it);
  },
  'post-actions'(it, { store, postActions }) {
    storeGrants(store, it).appendTrail().findPostActions('outside').useFlows(OF_A_JOB, ['postAction']);
    letReadNamed(it, postActions.webhookSecrets);
    letPublish(it, postActions.topic);
  },
  'attribute-writer'(it, { store, postActions }) {
    storeGrants(store, it)
      .readConfiguration()
      .appendTrail()
      .findPostActions('directory')
      .useFlows(OF_A_JOB, ['postAction']);
    letReadNamed(it, postActions.writerSecrets);
  },
  sweeper(it, { store, dataProxy }) {
    storeGrants(store, it)
      .readConfiguration()
      .appendTrail()
      .findUnsettled()
      .useFlows(['GetItem', 'UpdateItem'], ['flow'])
      .useFlows(['PutItem'], ['postAction']);
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

function letTag(it: RecoveryFunction, { mac }: EncryptionKeys): void {
  it.set('LATCHKEY_MAC_KEY', mac.keyId);
  it.allow({ actions: ['kms:GenerateMac'], resources: [mac.keyArn] });
}

/** Secrets that somebody else made: under the key AWS manages, they need no other permission. */
function letReadNamed(it: RecoveryFunction, names: readonly string[]): void {
  if (names.length === 0) return;
  const { partition, region, account } = Stack.of(it);
  it.allow({
    actions: ['secretsmanager:GetSecretValue'],
    // Secrets Manager adds six characters of its own to a name.
    resources: names.map(
      (name) => `arn:${partition}:secretsmanager:${region}:${account}:secret:${name}-??????`,
    ),
  });
}

function letKeepSeeds(it: RecoveryFunction, { seed }: EncryptionKeys): void {
  it.set('LATCHKEY_SEED_KEY', seed.keyId);
  it.allow({ actions: ['kms:GenerateMac'], resources: [seed.keyArn] });
}

const OURS = { StringEquals: { 'kms:EncryptionContext:product': 'latchkey' } };

function letSeal(it: RecoveryFunction, { seal }: EncryptionKeys): void {
  it.set('LATCHKEY_SEAL_KEY', seal.keyId);
  it.allow({ actions: ['kms:GenerateDataKey'], resources: [seal.keyArn], conditions: OURS });
}

function letOpen(it: RecoveryFunction, { seal }: EncryptionKeys): void {
  it.allow({ actions: ['kms:Decrypt'], resources: [seal.keyArn], conditions: OURS });
}
