import type { Settings } from '../settings.ts';
import type { AccountSecrets } from './account-secrets.ts';
import type { CanarySecret } from './canary-secret.ts';
import type { CentralStore } from './central-store.ts';
import type { EncryptionKeys } from './encryption-keys.ts';
import type { TrailArchive } from './trail-archive.ts';

/** What powers are made of. */
export interface Estate {
  readonly store: CentralStore;
  readonly keys: EncryptionKeys;
  readonly archive: TrailArchive;
  readonly dataProxy: AccountSecrets;
  readonly selfService: AccountSecrets;
  readonly mail: Settings['mail'];
  /** Names of the secrets shared with somebody outside. */
  readonly outsideSecrets: readonly string[];
  readonly postActions: PostActionEstate;
  readonly canary: CanaryEstate;
}

/** What the canary needs: nothing of the product's. */
export interface CanaryEstate {
  /** LATCHKEY_CANARY. */
  readonly told: string;
  /** Undefined where there is no canary. */
  readonly secret: CanarySecret | undefined;
}

/** What is done after a change needs. */
export interface PostActionEstate {
  /** Names of the secrets that webhooks are signed with. */
  readonly webhookSecrets: readonly string[];
  /** Names of the secrets of the attribute writers. */
  readonly writerSecrets: readonly string[];
  readonly topic: Settings['postActions']['topic'];
}
