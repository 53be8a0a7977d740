import { directoryReader } from '../../../adapters/active-directory/directory-reader.ts';
import type { CredentialSource } from '../../../adapters/active-directory/credential-source.ts';
import type { DomainSettings } from '../../../adapters/active-directory/domain-settings.ts';
import { repairDesk } from '../../../adapters/active-directory/repair-desk.ts';
import type { RepairBench } from '../../../domain/ports/repair-desk.ts';

export interface LoadOf {
  readonly settings: DomainSettings;
  readonly dataProxy: CredentialSource;
  readonly selfService: CredentialSource;
}

/** Recoveries that go on and on, one after the other for each of some people. */
export interface RecoveryLoad {
  /** Recoveries that were done, and those of them in which a credential was refused and read anew once. */
  readonly done: () => number;
  readonly retried: () => number;
  /** One sentence for each that failed, or in which a credential was read anew more than once. */
  readonly wrong: readonly string[];
  /** Settles once each of them has done one more from its beginning. */
  round(): Promise<void>;
  stop(): Promise<void>;
}

/** A source that counts how often it was read anew. */
function counted(source: CredentialSource) {
  let anew = 0;
  return {
    anew: () => anew,
    source: {
      current: () => source.current(),
      refreshed: (refused) => {
        anew += 1;
        return source.refreshed(refused);
      },
    } satisfies CredentialSource,
  };
}

/** Unlocks and resets each of these people by turns: found as the data proxy account, repaired as the self-service account. */
export function startRecoveries(load: LoadOf, usernames: readonly string[]): RecoveryLoad {
  const wrong: string[] = [];
  let done = 0;
  let retried = 0;
  const going = new AbortController();
  const rounds = new Map(usernames.map((username) => [username, 0]));
  const waiting = new Set<() => void>();

  async function recover(username: string, nth: number): Promise<void> {
    const [proxy, desk] = [counted(load.dataProxy), counted(load.selfService)];
    try {
      await recovery(load.settings, proxy.source, desk.source, username, nth);
      done += 1;
    } catch (error) {
      wrong.push(`recovery ${nth} of ${username}: ${String(error)}`);
    }
    if (proxy.anew() + desk.anew() > 0) retried += 1;
    if (proxy.anew() > 1 || desk.anew() > 1)
      wrong.push(`recovery ${nth} of ${username}: credentials read anew more than once`);
  }
  async function endlessly(username: string): Promise<void> {
    for (let nth = 0; !going.signal.aborted; nth += 1) {
      await recover(username, nth);
      rounds.set(username, nth + 1);
      for (const look of waiting) look();
    }
  }
  const running = usernames.map(endlessly);
  return {
    done: () => done,
    retried: () => retried,
    wrong,
    round() {
      // Two ends: the one under way now may have begun before.
      const until = new Map([...rounds].map(([username, count]) => [username, count + 2]));
      return new Promise((resolve) => {
        const look = (): void => {
          if ([...until].some(([username, count]) => (rounds.get(username) ?? 0) < count)) return;
          waiting.delete(look);
          resolve();
        };
        waiting.add(look);
      });
    },
    async stop() {
      going.abort();
      await Promise.all(running);
    },
  };
}

async function recovery(
  settings: DomainSettings,
  dataProxy: CredentialSource,
  selfService: CredentialSource,
  name: string,
  nth: number,
): Promise<void> {
  const found = await directoryReader(settings, dataProxy).find({ kind: 'account-name', name });
  if (found.kind !== 'one') throw new Error('nobody was found');
  const { person } = found.account;
  const repair = async (bench: RepairBench | undefined) =>
    nth % 2 === 0 ? bench?.unlock() : bench?.reset(`New-Secret-${nth}-of-it`);
  const answer = await repairDesk(settings, selfService).at(person, repair);
  if (answer?.kind !== 'done') throw new Error(`the directory answered ${JSON.stringify(answer)}`);
}
