import type { Change, Control } from 'ldapts';
import type { DirectoryAnswer } from '../../domain/ports/directory-answer.ts';
import type { RepairBench, RepairDesk } from '../../domain/ports/repair-desk.ts';
import { nameOf, readAccount } from './account-reading.ts';
import { passwordReset, unlocking } from './changes.ts';
import type { Connection } from './connection.ts';
import { policyHints } from './controls.ts';
import type { CredentialSource } from './credential-source.ts';
import { directoryAnswer } from './directory-answer.ts';
import { checkedDomain, type CheckedDomain, type DomainSettings } from './domain-settings.ts';
import { firstAnswering } from './controllers/first-answering.ts';
import { readBack } from './read-back.ts';
import { readRules } from './rules-reading.ts';
import { sharedBy } from './controllers/shared-by-domain.ts';
import { signIn } from './sign-in.ts';
import { canBePassword } from './unicode-password.ts';
import { controlsOfWritable } from './controllers/writable-root.ts';

/** What is needed at the bench, all read on one domain controller. */
type Laid = Pick<RepairBench, 'account' | 'rules'> & { readonly hints: readonly Control[] };

/**
 * Unlocks and resets as the self-service account. A domain controller that fails before `work` begins is passed over for
 * the next; read-only ones always are. The deadline rests while `work` does. `unlock` and `reset` throw Failure
 * `directory-unreachable` when the connection was gone before anything was sent: then nothing was changed.
 */
export function repairDesk(settings: DomainSettings, selfService: CredentialSource): RepairDesk {
  const domain = checkedDomain(settings);
  return {
    async at(person, work) {
      const name = nameOf(person, domain);
      const { connection, prepared } = await firstAnswering(domain, domain.domainControllers, async (c) => {
        await signIn(c, selfService, domain);
        return laidOut(c, domain, name);
      });
      try {
        const again = () => readBack(domain, selfService, person, connection.url);
        return await work(prepared && bench(connection, prepared, again));
      } finally {
        await connection.close();
      }
    },
  };
}

async function laidOut(
  connection: Connection,
  domain: CheckedDomain,
  name: string,
): Promise<Laid | undefined> {
  const controls = await controlsOfWritable(connection, sharedBy(domain).health.readOnly);
  const account = await readAccount(connection, domain, name);
  if (!account) return undefined;
  const rules = await readRules(connection, domain, account.distinguishedName);
  return { account, rules, hints: policyHints(controls) };
}

function bench(
  connection: Connection,
  { account, rules, hints }: Laid,
  again: RepairBench['readBack'],
): RepairBench {
  const make = async (changes: Change[], controls: readonly Control[]): Promise<DirectoryAnswer> =>
    directoryAnswer(await connection.modify(account.distinguishedName, changes, controls), connection.url);
  return {
    account,
    rules,
    historyEnforced: hints.length > 0,
    unlock: () => make(unlocking(), []),
    reset: async (newPassword, how) =>
      canBePassword(newPassword)
        ? make(passwordReset(newPassword, how?.mustChange), hints)
        : { kind: 'refused', reason: 'policy' },
    readBack: again,
  };
}
