import { randomUUID } from 'node:crypto';
import { Failure } from '../../domain/failure.ts';
import type { Account } from '../../domain/ports/account.ts';
import type { PasswordDesk, PasswordTrial } from '../../domain/ports/password-desk.ts';
import { nameOf, requireDomain } from './account-reading.ts';
import { passwordChange } from './changes.ts';
import type { CredentialSource } from './credential-source.ts';
import { directoryAnswer } from './directory-answer.ts';
import { describe } from './directory-error.ts';
import { checkedDomain, type CheckedDomain, type DomainSettings } from './domain-settings.ts';
import { firstAnswering } from './controllers/first-answering.ts';
import { knownController } from './controllers/known-controller.ts';
import { passwordTrial } from './password-trial.ts';
import { readBack } from './read-back.ts';
import { sharedBy } from './controllers/shared-by-domain.ts';
import { signIn } from './sign-in.ts';
import { canBePassword } from './unicode-password.ts';
import { controlsOfWritable } from './controllers/writable-root.ts';

const INVALID_CREDENTIALS = 49;

/**
 * Tries people's passwords, each over a connection of its own, and changes them, old to new, as the data proxy account:
 * it needs no right for that, and people who cannot bind are helped too. Failures as `directoryReader`.
 */
export function passwordDesk(settings: DomainSettings, dataProxy: CredentialSource): PasswordDesk {
  const domain = checkedDomain(settings);
  return {
    async tryPassword(of, account, password) {
      requireDomain(of, domain);
      if (!canBePassword(password)) return 'wrong';
      return tryPassword(domain, account && checked(account, domain), password);
    },
    async changePassword(account, { from, to }) {
      checked(account, domain);
      if (!canBePassword(from)) return { kind: 'refused', reason: 'wrong-password' };
      if (!canBePassword(to)) return { kind: 'refused', reason: 'policy' };
      // On the domain controller that was read: pwdLastSet there tells what became of a change whose answer is lost.
      const urls = [knownController(domain, account.domainController)];
      const { connection } = await firstAnswering(domain, urls, async (c) => {
        await signIn(c, dataProxy, domain);
        await controlsOfWritable(c, sharedBy(domain).health.readOnly);
      });
      try {
        const outcome = await connection.modify(account.distinguishedName, passwordChange(from, to), []);
        return directoryAnswer(outcome, connection.url);
      } finally {
        await connection.close();
      }
    },
    readBack: async ({ person, domainController }) => readBack(domain, dataProxy, person, domainController),
  };
}

/** One bind, sent to one domain controller: another try elsewhere would be another bad logon. */
async function tryPassword(
  domain: CheckedDomain,
  account: Account | undefined,
  password: string,
): Promise<PasswordTrial> {
  const { connection } = await firstAnswering(domain, domain.domainControllers, () => Promise.resolve());
  try {
    const refusal = await connection.bind(account?.distinguishedName ?? nobody(domain), password);
    if (!refusal) return account ? 'right' : 'wrong';
    if (refusal.code === INVALID_CREDENTIALS) return account ? passwordTrial(refusal) : 'wrong';
    throw new Failure('directory-misbehaved', `${connection.url} did not take a bind: ${describe(refusal)}`);
  } finally {
    await connection.close();
  }
}

/** A distinguished name that nobody has. */
const nobody = ({ baseDn }: CheckedDomain): string => `CN=${randomUUID()},${baseDn}`;

/** The account, if it can be one of this domain's. A bind without a name would be anonymous, and succeed. */
function checked(account: Account, domain: CheckedDomain): Account {
  if (nameOf(account.person, domain) && account.distinguishedName !== '') return account;
  throw new Failure('directory-misbehaved', `The account ${account.person.guid} has no distinguished name`);
}
