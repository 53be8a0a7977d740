import type { Enrollment } from '../enrollment/enrollment.ts';
import type { Letter } from '../messages/message.ts';
import type { Account } from '../ports/account.ts';
import type { Ports } from '../ports/index.ts';
import type { Sealed } from '../ports/sealer.ts';

/**
 * Where somebody is written to of their own accord: who registered, at the addresses they confirmed; an invitation goes to
 * the directory's mail attribute, which their colleagues use too. Each falls back on the other.
 */
export async function mailboxesFor(
  { sealer }: Pick<Ports, 'sealer'>,
  { kind }: Letter,
  enrollment: Enrollment | undefined,
  { mail }: Pick<Account, 'mail'>,
): Promise<readonly Sealed[]> {
  const confirmed = enrollment?.addresses.map(({ address }) => address) ?? [];
  if (mail === undefined || (kind === 'register-again' && confirmed.length > 0)) return confirmed;
  return [await sealer.seal('address', mail)];
}
