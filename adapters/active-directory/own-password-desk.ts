import { Failure } from '../../domain/failure.ts';
import type { PasswordTrial } from '../../domain/ports/password-desk.ts';
import type { OwnChange, OwnPasswordDesk, Reception } from '../../domain/ports/own-password-desk.ts';
import type { OwnCredential } from '../../domain/rotation/account-pair.ts';
import { filetimeToMs } from '../../domain/policy/password-rules.ts';
import { passwordChange } from './changes.ts';
import type { Connection } from './connection.ts';
import { directoryAnswer } from './directory-answer.ts';
import { checkedDomain, type CheckedDomain, type DomainSettings } from './domain-settings.ts';
import { text } from './entry.ts';
import { type Candidates, firstAnswering } from './controllers/first-answering.ts';
import { ownAccountName } from './own-account.ts';
import { passwordTrial } from './password-trial.ts';
import { readRules } from './rules-reading.ts';
import { sharedBy } from './controllers/shared-by-domain.ts';
import { bindAs } from './sign-in.ts';
import { controlsOfWritable } from './controllers/writable-root.ts';

/** Tries and changes the passwords of the product's own accounts in one domain, over LDAPS, each as that account itself. */
export function ownPasswordDesk(settings: DomainSettings): OwnPasswordDesk {
  const domain = checkedDomain(settings);
  return {
    tryPassword: (account) =>
      onWritable(domain, domain.domainControllers, (connection) => tried(connection, domain, account)),
    changePassword: (account, to) =>
      onWritable(domain, domain.domainControllers, async (connection) => {
        const trial = await tried(connection, domain, account);
        if (trial !== 'right') return { kind: 'closed', trial };
        return changed(connection, domain, account, to);
      }),
    present: (account) => presented(domain, account),
  };
}

/** One writable domain controller; what is done there is not done again elsewhere: another try could be another bad logon. */
async function onWritable<T>(
  domain: CheckedDomain,
  candidates: Candidates,
  work: (connection: Connection) => Promise<T>,
): Promise<T> {
  const { connection } = await firstAnswering(domain, candidates, controlsOfWritable);
  try {
    return await work(connection);
  } finally {
    await connection.close();
  }
}

async function tried(
  connection: Connection,
  domain: CheckedDomain,
  account: OwnCredential,
): Promise<PasswordTrial> {
  const refusal = await bindAs(connection, account, domain);
  return refusal ? passwordTrial(refusal) : 'right';
}

async function changed(
  connection: Connection,
  domain: CheckedDomain,
  { username, password }: OwnCredential,
  to: string,
): Promise<OwnChange> {
  const dn = await ownAccountName(connection, domain, username);
  const outcome = await connection.modify(dn, passwordChange(password, to), []);
  const answer = directoryAnswer(outcome, connection.url);
  if (answer.kind !== 'refused' || answer.reason !== 'policy') return answer;
  const mayChangeAt = await endOfMinimumAge(connection, domain, dn);
  return { ...answer, ...(mayChangeAt !== undefined && { mayChangeAt }) };
}

/** When the minimum age of the account's password ends (MS-SAMR 3.1.1.7.2), if that is still to come. */
async function endOfMinimumAge(
  connection: Connection,
  domain: CheckedDomain,
  dn: string,
): Promise<number | undefined> {
  const rules = await readRules(connection, domain, dn);
  const entry = await connection.readEntry(dn, { attributes: ['pwdLastSet'] });
  const lastSet = entry && text(entry, 'pwdLastSet');
  if (lastSet === undefined || lastSet === '0' || rules.minimumAgeMs === 0) return undefined;
  const ends = filetimeToMs(lastSet) + rules.minimumAgeMs;
  return ends > domain.now() ? ends : undefined;
}

async function presented(domain: CheckedDomain, account: OwnCredential): Promise<readonly Reception[]> {
  const receptions: Reception[] = [];
  const troubles: Failure[] = [];
  for (const domainController of await sharedBy(domain).controllers()) {
    try {
      const trial = await receivedAt(domain, domainController, account);
      receptions.push({ domainController, trial });
      if (trial !== 'right') break;
    } catch (error) {
      troubles.push(absent(error));
    }
  }
  const [first] = troubles;
  if (first && receptions.length === 0) throw first;
  for (const trouble of troubles) domain.onPassedOver(trouble);
  return receptions;
}

/** One domain controller more or less that is not there keeps nothing from being rotated; any other trouble does. */
function absent(error: unknown): Failure {
  if (error instanceof Failure && ['directory-unreachable', 'directory-untrusted'].includes(error.code))
    return error;
  throw error;
}

const receivedAt = (domain: CheckedDomain, url: string, account: OwnCredential): Promise<PasswordTrial> =>
  onWritable(domain, [url], async (connection) => {
    const trial = await tried(connection, domain, account);
    // Reading what every recovery reads first: an account that signs in and sees nothing would be of no use.
    if (trial === 'right')
      await readRules(connection, domain, await ownAccountName(connection, domain, account.username));
    return trial;
  });
