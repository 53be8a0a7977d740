import { DOMAINS_FILE } from '../../../lambdas/bundle.ts';
import type { FunctionName } from '../../../lambdas/environment.ts';
import { letOpen, letSeal, letSign } from '../key-grants.ts';
import { letPublish, letSendMail, letSendTexts } from '../message-carriers.ts';
import { letReadNamed } from '../named-secrets.ts';
import { storeGrants } from '../store-grants.ts';
import type { Grant } from './grant.ts';

/** What claiming, putting off and finishing a post action takes. */
const OF_A_JOB = ['DeleteItem', 'GetItem', 'UpdateItem'] as const;

/** Of those that no request wakes. */
export const BACKGROUND_POWERS = {
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
  'pre-flight'(it, { store, dataProxy }) {
    storeGrants(store, it).readConfiguration().listEnrollments().useFlows(['GetItem', 'PutItem'], ['health']);
    dataProxy.letRead(it);
  },
  'trail-sealer'(it, { store, keys, archive }) {
    storeGrants(store, it).readTrail().keepChainHeads();
    archive.letAdd(it);
    letSign(it, keys);
  },
  canary(it, { canary: { told, secret } }) {
    it.set('LATCHKEY_CANARY', told);
    // Also where it is not joined to the network, which sets it otherwise.
    it.set('LATCHKEY_DOMAINS_FILE', DOMAINS_FILE);
    secret?.letKeep(it);
  },
  rotation(it, { dataProxy, selfService }) {
    dataProxy.letRotate(it);
    selfService.letRotate(it);
  },
} satisfies Partial<Readonly<Record<FunctionName, Grant>>>;
